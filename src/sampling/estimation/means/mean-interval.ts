import { tInterval } from '../../../statistics/intervals/t-interval.js'
import { type Bounds, clipped } from '../bounds.js'
import type { Estimate, EstimationMethod, EstimationNote } from '../estimate-result.js'
import type { RatioMean } from './ratio-mean.js'

/** Share of the variance in one call above which a t interval is doubtful. */
const HEAVY_SHARE = 0.1

/**
 * Estimates a mean with Student's t interval.
 * @param degreesOfFreedom - 0 or less where none are left: the result is then `not-estimable`
 * @param bounds - clip the interval
 */
export function meanInterval(
  mean: RatioMean,
  degreesOfFreedom: number,
  method: EstimationMethod,
  confidence: number,
  bounds: Bounds,
): Estimate {
  const { n, estimate, variance, heaviest } = mean
  if (degreesOfFreedom <= 0) return { status: 'not-estimable', reason: 'no-degrees-of-freedom', n, estimate, notes: [] }
  const standardError = Math.sqrt(variance)
  const notes: EstimationNote[] = ['approximate']
  if (heaviest > HEAVY_SHARE) notes.push('heavy-tailed')
  if (variance === 0) notes.push('no-spread')
  const interval = clipped(tInterval(estimate, standardError, degreesOfFreedom, confidence), bounds)
  return { status: 'estimated', estimate, interval, confidence, method, n, standardError, degreesOfFreedom, notes }
}
