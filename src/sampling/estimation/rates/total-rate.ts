import { kornGraubardSize } from '../../../statistics/intervals/korn-graubard-size.js'
import { proportionInterval } from '../../../statistics/intervals/proportion-interval.js'
import { sum } from '../../../statistics/sum.js'
import type { Estimate, EstimatedFigure, Interval } from '../estimate-result.js'
import type { RatioMean } from '../means/ratio-mean.js'
import type { StratumMoments } from '../strata/stratum-moments.js'
import { commonParts } from './common-parts.js'
import { effectiveSizeLimits } from './effective-size-limits.js'
import { greatestUnseen } from './greatest-unseen.js'
import { plannedEffectiveSize } from './planned-effective-size.js'

/**
 * Computes the rate of all calls from the strata's counts.
 * @param strata - moments of a 0/1 measure, every drawn call counted
 * @param mean - their `ratioMean`
 */
export function totalRate(strata: readonly StratumMoments[], mean: RatioMean, confidence: number): Estimate {
  const { n, estimate } = mean
  const common = commonParts(mean, confidence)
  if (strata.every(({ size, drawn }) => drawn === size))
    return { ...common, method: 'census', interval: { lower: estimate, upper: estimate }, standardError: 0 }
  const [only] = strata
  if (only !== undefined && strata.length === 1) return stratumRate(only, common)

  const planned = plannedEffectiveSize(strata)
  if (estimate === 0 || estimate === 1) {
    const population = sum(strata, ({ size }) => size)
    const hidden = greatestUnseen(strata, (1 - confidence) / 2) / population
    const interval = estimate === 0 ? { lower: 0, upper: hidden } : { lower: 1 - hidden, upper: 1 }
    return { ...common, method: 'none-or-all', interval, plannedEffectiveSize: planned }
  }
  const degreesOfFreedom = n - strata.length
  const seen = observedSize(mean, degreesOfFreedom, confidence)
  if (seen === undefined) return { status: 'not-estimable', reason: 'no-degrees-of-freedom', n, estimate, notes: [] }
  const effectiveSize = Math.min(seen, planned)
  return {
    ...common,
    method: 'korn-graubard',
    interval: effectiveSizeLimits(estimate, effectiveSize, confidence),
    degreesOfFreedom,
    effectiveSize,
    plannedEffectiveSize: planned,
  }
}

/** Returns the effective size that the sample shows: without a limit where it shows no variance. */
function observedSize(mean: RatioMean, degreesOfFreedom: number, confidence: number): number | undefined {
  const { n, estimate, variance } = mean
  if (variance === 0) return Number.POSITIVE_INFINITY
  if (degreesOfFreedom < 1) return undefined
  const standardError = Math.sqrt(variance)
  return kornGraubardSize({ proportion: estimate, standardError, sampleSize: n, degreesOfFreedom, confidence })
}

function stratumRate(stratum: StratumMoments, common: Omit<EstimatedFigure, 'method' | 'interval'>): Estimate {
  const { size, drawn, mean } = stratum
  const { standardError, ...rest } = common
  const interval: Interval = proportionInterval({
    method: 'hypergeometric',
    successes: Math.round(mean * drawn),
    trials: drawn,
    population: size,
    confidence: common.confidence,
  })
  const spread = drawn > 1 && standardError !== undefined ? { standardError } : {}
  return { ...rest, ...spread, method: 'hypergeometric', interval: { lower: interval.lower, upper: interval.upper } }
}
