import { studentT } from '../distributions/student-t.js'
import type { Interval } from './interval.js'

/**
 * Computes the Student's t interval of an estimate that is roughly normal about the truth.
 * @param standardError - 0 or more; 0 gives an interval of one point
 * @param degreesOfFreedom - above 0, as a rule not whole
 * @param confidence - two-sided, between 0 and 1
 * @example
 * tInterval(82, 1.5, 24, 0.95) //=> { lower: 78.90415215755796, upper: 85.09584784244204 }
 */
export function tInterval(
  estimate: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence: number,
): Interval {
  const reach = standardError === 0 ? 0 : studentT.quantile((1 + confidence) / 2, degreesOfFreedom) * standardError
  return { lower: estimate - reach, upper: estimate + reach }
}
