import { checkMeasured, checkPositive } from './measured-stratum.js'
import { shareBy } from './share-by.js'

/**
 * Shares a sample by size, not rounded; `allocate` gives whole calls.
 * Method: n N_h / N (Cochran 1977, 5.5).
 * @param sizes - calls in each stratum, whole numbers over 0
 * @param total - calls to allocate, over 0
 * @returns calls of each stratum, in the same order
 * @throws CallgradeError `sampling/argument`
 * @example
 * proportionalAllocation([5000, 3000, 1500, 500], 500) //=> [250, 150, 75, 25]
 */
export function proportionalAllocation(sizes: readonly number[], total: number): readonly number[] {
  checkMeasured(sizes.map((size) => ({ size, spread: 0 })))
  checkPositive('total', total)
  return shareBy(sizes, total)
}
