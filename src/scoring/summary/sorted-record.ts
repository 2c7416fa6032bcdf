/** Turns a map into a record with its ids in order, so that equal summaries print the same. */
export function sortedRecord<Value, Data>(
  map: ReadonlyMap<string, Value>,
  dataOf: (value: Value) => Data,
): Record<string, Data> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, value]) => [id, dataOf(value)]))
}
