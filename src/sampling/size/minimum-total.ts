import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { sum } from '../../statistics/sum.js'
import { Allocator } from '../allocation/allocator.js'
import { checkMeasured, type MeasuredStratum } from '../allocation/measured-stratum.js'
import { varianceOfTotal } from '../allocation/variance-of-total.js'
import { isCount } from '../arguments/is-count.js'

/** Factor that covers rounding of the variance in doubles, so that a target hit exactly counts as attained. */
const ROUNDING = 1 + 1e-12

/**
 * Finds the smallest sample whose best allocation in whole calls estimates the total well enough.
 * Method: variance sum N^2 S^2 (1 / n - 1 / N) of the exact allocation, halving over the total (it only falls).
 * @param strata - sizes, spreads, and the fewest (1 when left out) and most calls (all when left out)
 * @param variance - the most that the variance of the estimated total may be, >= 0
 * @returns calls in all
 * @throws CallgradeError `sampling/argument`; `sampling/infeasible-allocation` when even the most calls are too few
 * @example
 * minimumTotal([{ size: 12, spread: 5, minimum: 2 }, { size: 18, spread: 3, minimum: 2 }, { size: 9, spread: 8, minimum: 2 }], 2500)
 * //=> 10
 */
export function minimumTotal(
  strata: readonly (MeasuredStratum & { readonly minimum?: number; readonly maximum?: number })[],
  variance: number,
): number {
  checkMeasured(strata)
  if (!(variance >= 0)) throwIssues([argumentIssue('sampling/argument', ['variance'], '>= 0', variance)])
  throwIssues(
    strata.flatMap(({ size, minimum = 1, maximum = size }, index) => [
      ...(isCount(minimum) && minimum > 0
        ? []
        : [argumentIssue('sampling/argument', ['strata', index, 'minimum'], 'integer >= 1', minimum)]),
      ...(isCount(maximum) && maximum > 0 && maximum <= size
        ? []
        : [argumentIssue('sampling/argument', ['strata', index, 'maximum'], `1..${size}`, maximum)]),
    ]),
  )
  const sizes = strata.map(({ size, maximum = size }) => maximum)
  const lower = strata.map(({ minimum = 1 }, index) => Math.min(minimum, sizes[index] as number))
  const allocator = new Allocator({
    sizes,
    lower,
    importance: strata.map(({ size }) => size),
    spreads: strata.map(({ spread }) => spread),
  })
  const attains = (total: number) => varianceOfTotal(strata, allocator.at(total)) <= variance * ROUNDING
  let most = allocator.greatestTotal
  if (!attains(most)) {
    throwIssues([
      {
        code: 'sampling/infeasible-allocation',
        severity: 'error',
        path: ['variance'],
        details: {
          constraint: 'variance',
          need: variance,
          available: varianceOfTotal(strata, sizes),
        },
      },
    ])
  }
  let least = sum(lower)
  while (least < most) {
    const middle = Math.floor((least + most) / 2)
    if (attains(middle)) most = middle
    else least = middle + 1
  }
  return least
}
