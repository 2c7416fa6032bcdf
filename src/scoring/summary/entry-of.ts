/** Finds the value of an id, or makes and keeps it. */
export function entryOf<Value>(map: Map<string, Value>, id: string, make: () => Value): Value {
  let value = map.get(id)
  if (value === undefined) {
    value = make()
    map.set(id, value)
  }
  return value
}
