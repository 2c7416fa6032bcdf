import type { Bounds } from '../bounds.js'
import { census } from '../census.js'
import type { Estimate } from '../estimate-result.js'
import type { StratumMoments } from '../strata/stratum-moments.js'
import { meanInterval } from './mean-interval.js'
import type { RatioMean } from './ratio-mean.js'

/** Computes the mean of all calls: known where every call was drawn, else t with Satterthwaite's degrees of freedom. */
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
