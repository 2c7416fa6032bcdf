import { exactInterval } from '../../../statistics/intervals/exact-interval.js'
import type { Interval } from '../estimate-result.js'

/**
 * Computes exact limits of a rate at an effective size, which need not be whole (Korn and Graubard 1998).
 * @param rate - estimated rate, 0 to 1
 * @param effectiveSize - above 0
 * @param confidence - two-sided, between 0 and 1
 */
export function effectiveSizeLimits(rate: number, effectiveSize: number, confidence: number): Interval {
  return exactInterval(effectiveSize * rate, effectiveSize * (1 - rate), (1 - confidence) / 2)
}
