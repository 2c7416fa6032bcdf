import type { Estimate } from './estimate-result.js'
import { type Bounds, meanInterval } from './mean-interval.js'
import type { RatioMean } from './ratio-mean.js'
import type { StratumMoments } from './stratum-moments.js'

/** The mean of all calls: known where every call was drawn, else t with Satterthwaite's degrees of freedom. */
export function totalMean(
  strata: readonly StratumMoments[],
  mean: RatioMean,
  confidence: number,
  bounds: Bounds,
): Estimate {
  const { n, estimate } = mean
  if (strata.every(({ size, drawn }) => drawn === size)) return census(n, estimate, confidence)
  // Without any spread Satterthwaite's formula is 0 / 0; the design's degrees of freedom say whether one could be seen.
  const degreesOfFreedom = mean.variance === 0 ? n - strata.length : mean.degreesOfFreedom
  return meanInterval(mean, degreesOfFreedom, 'satterthwaite-t', confidence, bounds)
}

/** A mean that no sampling error touches. */
export function census(n: number, estimate: number, confidence: number): Estimate {
  const interval = { lower: estimate, upper: estimate }
  return { status: 'estimated', estimate, interval, confidence, method: 'census', n, standardError: 0, notes: [] }
}
