import { refuse } from '../../issues/refuse.js'
import { checkObject } from '../check-arguments.js'
import type { Interval } from './interval.js'

/** An estimate with an interval of its own. */
export interface EstimateWithLimits extends Interval {
  /** From `lower` to `upper`. */
  readonly estimate: number
}

/**
 * Computes the confidence interval of the difference of two independent estimates, first minus second, from their own
 * intervals, which may be skewed.
 * Method: square and add, MOVER (Newcombe 1998; Zou and Donner 2008): the squared distances of the limits that matter
 * add up. The confidence is that of the two intervals.
 * @param input - `first` and `second`, each with `estimate`, `lower` and `upper` in the same unit
 * @throws CallgradeError `statistics/argument` when a limit is no finite number or on the wrong side of the estimate
 * @example
 * differenceOfIntervals({
 *   first: { estimate: 0.8, lower: 0.6918, upper: 0.877 },
 *   second: { estimate: 0.6, lower: 0.4905, upper: 0.7004 },
 * })
 * //=> { lower: 0.052394444548994, upper: 0.33386280289908776 }
 */
export function differenceOfIntervals(input: {
  readonly first: EstimateWithLimits
  readonly second: EstimateWithLimits
}): Interval {
  checkObject('input', input)
  const { first, second } = input
  checkLimits('first', first)
  checkLimits('second', second)
  const difference = first.estimate - second.estimate
  return {
    lower: difference - Math.hypot(first.estimate - first.lower, second.upper - second.estimate),
    upper: difference + Math.hypot(first.upper - first.estimate, second.estimate - second.lower),
  }
}

function checkLimits(name: string, limits: EstimateWithLimits): void {
  checkObject(name, limits)
  const { estimate, lower, upper } = limits
  if (!Number.isFinite(estimate)) refuse('statistics/argument', [name, 'estimate'], 'finite number', estimate)
  if (!(Number.isFinite(lower) && lower <= estimate))
    refuse('statistics/argument', [name, 'lower'], `<= ${estimate}`, lower)
  if (!(Number.isFinite(upper) && upper >= estimate))
    refuse('statistics/argument', [name, 'upper'], `>= ${estimate}`, upper)
}
