import { studentT } from '../../statistics/distributions/student-t.js'
import type { Estimate, EstimationMethod, EstimationNote, Interval } from './estimate-result.js'
import type { RatioMean } from './ratio-mean.js'

/** Where a figure can lie at all. */
export interface Bounds {
  readonly minimum?: number
  readonly maximum?: number
}

/** More than this share of the variance in one call makes a t interval doubtful. */
const HEAVY_SHARE = 0.1

/**
 * A t interval of a mean.
 * @param degreesOfFreedom - under or at 0 where none are left: then the answer is `not-estimable`
 */
export function tInterval(
  mean: RatioMean,
  degreesOfFreedom: number,
  method: EstimationMethod,
  confidence: number,
  bounds: Bounds,
): Estimate {
  const { n, estimate, variance, heaviest } = mean
  if (degreesOfFreedom <= 0) return { status: 'not-estimable', reason: 'no-degrees-of-freedom', n, estimate, notes: [] }
  const standardError = Math.sqrt(variance)
  const reach = variance === 0 ? 0 : studentT.quantile((1 + confidence) / 2, degreesOfFreedom) * standardError
  const notes: EstimationNote[] = ['approximate']
  if (heaviest > HEAVY_SHARE) notes.push('heavy-tailed')
  if (variance === 0) notes.push('no-spread')
  const interval = within({ lower: estimate - reach, upper: estimate + reach }, bounds)
  return { status: 'estimated', estimate, interval, confidence, method, n, standardError, degreesOfFreedom, notes }
}

/** An interval without what cannot be. */
export function within(
  interval: Interval,
  { minimum = Number.NEGATIVE_INFINITY, maximum = Infinity }: Bounds,
): Interval {
  return {
    lower: Math.min(maximum, Math.max(minimum, interval.lower)),
    upper: Math.max(minimum, Math.min(maximum, interval.upper)),
  }
}
