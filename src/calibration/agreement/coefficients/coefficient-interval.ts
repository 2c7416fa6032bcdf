import { tInterval } from '../../../statistics/intervals/t-interval.js'
import type { FigureInterval } from '../figure.js'

/**
 * Computes a t interval of an estimate that has a greatest possible value.
 * @param greatest - 1 for coefficients of agreement, endless for differences of scores
 */
export function coefficientInterval(
  value: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence: number,
  greatest = 1,
): FigureInterval {
  const { lower, upper } = tInterval(value, standardError, degreesOfFreedom, confidence)
  return { lower, upper: Math.min(greatest, upper), confidence, method: 't' }
}
