/**
 * Counts the numbers up to a limit, by halving.
 * @param ascending - numbers in order
 * @param limit - included
 * @example
 * countUpTo([1, 2, 2, 5], 2) //=> 3
 */
export function countUpTo(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
