/**
 * Finds the first whole number from `first` on that has a property which is not lost again.
 * Method: doubling steps, then halving.
 * @param most - has the property; nothing beyond it is tried
 */
export function firstWhole(first: number, most: number, has: (count: number) => boolean): number {
  let [without, within] = [first - 1, first]
  for (let step = 1; within < most && !has(within); step *= 2) {
    without = within
    within = Math.min(most, within + step)
  }
  while (within - without > 1) {
    const middle = Math.floor((without + within) / 2)
    if (has(middle)) within = middle
    else without = middle
  }
  return within
}
