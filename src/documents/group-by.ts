/**
 * Collects values by key, keys and values in the order in which they come.
 * @example
 * groupBy(['a1', 'b1', 'a2'], (id) => id.slice(0, 1)) //=> Map { 'a' => ['a1', 'a2'], 'b' => ['b1'] }
 */
export function groupBy<T, Key>(values: Iterable<T>, keyOf: (value: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
