import type { Estimate } from '../estimate-result.js'
import type { RatioMean } from '../means/ratio-mean.js'
import { commonParts } from './common-parts.js'
import { effectiveSizeLimits } from './effective-size-limits.js'

/**
 * Computes the rate of a domain: exact limits at the effective size p (1 - p) / se^2, at most Kish's. A domain may have
 * calls in strata without a drawn call of its own, so that even whole strata do not make it known.
 */
export function domainRate(mean: RatioMean, confidence: number): Estimate {
  const { n, estimate, variance, kishSize } = mean
  const seen = variance === 0 ? kishSize : (estimate * (1 - estimate)) / variance
  const effectiveSize = Math.min(seen, kishSize)
  return {
    ...commonParts(mean, confidence),
    method: 'korn-graubard',
    interval: effectiveSizeLimits(estimate, effectiveSize, confidence),
    degreesOfFreedom: n - 1,
    effectiveSize,
    plannedEffectiveSize: kishSize,
  }
}
