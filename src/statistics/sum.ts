/** Computes the sum of numbers, added in their order without compensation; 0 for none. */
export function sum(values: ArrayLike<number>): number
/**
 * Computes the sum of a number of each value, added in their order without compensation; 0 for none.
 * @param numberOf - the number of a value
 * @example
 * sum([{ size: 900 }, { size: 100 }], ({ size }) => size) //=> 1000
 */
export function sum<Value>(values: ArrayLike<Value>, numberOf: (value: Value) => number): number
export function sum<Value>(values: ArrayLike<Value>, numberOf = (value: Value) => Number(value)): number {
  let total = 0
  for (let index = 0; index < values.length; index++) total += numberOf(values[index] as Value) // within its length
  return total
}
