import { type ClassicalAllocation, withStandardError } from './classical-allocation.js'
import { checkMeasured, checkPositive, type MeasuredStratum } from './measured-stratum.js'
import { shareBy } from './share-by.js'

/**
 * Shares a sample by size and spread, not rounded and with no regard to bounds: counts may exceed sizes. `allocate`
 * gives whole calls within bounds.
 * Method: n N_h S_h / sum N S (Neyman 1934; Cochran 1977, 5.5).
 * @param strata - sizes and spreads; at least one spread is over 0
 * @param total - calls to allocate, over 0
 * @throws CallgradeError `sampling/argument`
 * @example
 * neymanAllocation([{ size: 900, spread: 0.5 }, { size: 100, spread: 0.3 }], 48).counts //=> [45, 3]
 */
export function neymanAllocation(strata: readonly MeasuredStratum[], total: number): ClassicalAllocation {
  checkMeasured(strata)
  checkPositive('total', total)
  return withStandardError(
    strata,
    shareBy(
      strata.map(({ size, spread }) => size * spread),
      total,
    ),
  )
}
