import { sum } from '../../statistics/sum.js'
import { type ClassicalAllocation, withStandardError } from './classical-allocation.js'
import { checkMeasured, checkPositive, type MeasuredStratum } from './measured-stratum.js'

/**
 * Spends a budget on strata whose calls differ in cost so that the variance is least; not rounded.
 * Method: n_h in proportion to N_h S_h / sqrt(c_h), their cost the budget (Cochran 1977, 5.5).
 * @param strata - sizes, spreads, and the cost of one call, over 0
 * @param budget - what all calls may cost, over 0, in the unit of `cost`
 * @throws CallgradeError `sampling/argument`
 * @example
 * budgetAllocation([{ size: 100, spread: 1, cost: 1 }, { size: 100, spread: 1, cost: 4 }], 60).counts //=> [20, 10]
 */
export function budgetAllocation(
  strata: readonly (MeasuredStratum & { readonly cost: number })[],
  budget: number,
): ClassicalAllocation {
  checkMeasured(strata)
  checkPositive('budget', budget)
  const weights = strata.map(({ size, spread, cost }) => (size * spread) / Math.sqrt(cost))
  const unit = sum(strata, ({ size, spread, cost }) => size * spread * Math.sqrt(cost))
  checkPositive('spread', unit)
  return withStandardError(
    strata,
    weights.map((weight) => (budget / unit) * weight),
  )
}
