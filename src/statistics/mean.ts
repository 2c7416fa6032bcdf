import { sum } from './sum.js'

/**
 * Computes the arithmetic mean: the sum over the count.
 * @param values - at least one; callers answer for lists without values themselves
 * @example
 * mean([1, 2, 6]) //=> 3
 */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length
}
