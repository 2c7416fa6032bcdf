import { sum } from '../../../statistics/sum.js'
import { census } from '../census.js'
import type { Estimate } from '../estimate-result.js'
import { joinZeroable } from '../means/join-zeroable.js'
import { meanInterval } from '../means/mean-interval.js'
import { postStratifiedMean } from '../means/post-stratified-mean.js'
import type { RatioMean } from '../means/ratio-mean.js'
import { effectiveSizeLimits } from '../rates/effective-size-limits.js'
import { greatestUnseen } from '../rates/greatest-unseen.js'
import { plannedEffectiveSize } from '../rates/planned-effective-size.js'
import { checkPostStrata } from '../strata/check-post-strata.js'
import { CONFIDENCE } from '../strata/estimation-options.js'
import type { PostStratifiedOptions, PostStratumSample } from '../strata/post-stratum-sample.js'
import { postWeights, type WeightedStratum } from '../strata/post-weights.js'

/**
 * Estimates a mean or rate of all calls, with weights that bring groups of known size to that size.
 * Method: post-stratification (Särndal, Swensson and Wretman 1992, 7.6; R survey's `postStratify`): the variance is
 * that of the residuals within the groups. A rate's effective size is at most the planned one and Kish's.
 * @param counts - calls of every group in the whole, adding to the sizes of the strata
 * @throws CallgradeError `sampling/argument`, `sampling/post-stratum`, `sampling/single-call-stratum`
 * @example
 * const strata = [{ key: 'all', size: 90, values: [80, 90, 70], labels: ['new', 'new', 'old'] }]
 * estimatePostStratified(strata, { new: 30, old: 60 }, { kind: 'mean' }).estimate
 * //=> 75
 */
export function estimatePostStratified(
  strata: readonly PostStratumSample[],
  counts: Readonly<Record<string, number>>,
  options: PostStratifiedOptions,
): Estimate {
  checkPostStrata(strata, counts, options)
  const { kind, confidence = CONFIDENCE, singleCall, maximum } = options
  const sample = postWeights(strata, counts)
  const whole = postStratifiedMean(sample, (value) => value, singleCall)
  if (whole === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  const isKnown = whole.n === sum(sample, ({ size }) => size)
  if (isKnown) return census(whole.n, whole.estimate, confidence)
  switch (kind) {
    case 'mean':
      return meanInterval(whole, meanDegrees(whole), 'satterthwaite-t', confidence, options)
    case 'rate':
      return postRate(sample, whole, confidence)
    case 'zeroable-mean': {
      const share = postStratifiedMean(sample, (value) => (value === 0 ? 0 : 1), singleCall)
      const rest = postStratifiedMean(sample, (value) => (value === 0 ? null : value), singleCall)
      const parts = {
        plain: whole,
        share: postRate(sample, share ?? whole, confidence),
        rest,
        degreesOfFreedom: rest?.degreesOfFreedomWithin ?? 0,
      }
      return joinZeroable(parts, confidence, maximum)
    }
  }
}

function meanDegrees(mean: RatioMean): number {
  return mean.variance === 0 ? mean.degreesOfFreedomWithin : mean.degreesOfFreedom
}

function postRate(sample: readonly WeightedStratum[], mean: RatioMean, confidence: number): Estimate {
  const { n, estimate, variance, kishSize } = mean
  const common = {
    status: 'estimated',
    estimate,
    confidence,
    n,
    standardError: Math.sqrt(variance),
    notes: [],
  } as const
  const drawn = sum(sample, (stratum) => stratum.drawn)
  if ((estimate === 0 || estimate === 1) && n === drawn) {
    // The bound of unseen calls does not depend on weights.
    const population = sum(sample, ({ size }) => size)
    const hidden = greatestUnseen(sample, (1 - confidence) / 2) / population
    const interval = estimate === 0 ? { lower: 0, upper: hidden } : { lower: 1 - hidden, upper: 1 }
    return { ...common, method: 'none-or-all', interval }
  }
  const planned = Math.min(kishSize, plannedEffectiveSize(sample))
  const effectiveSize = variance === 0 ? planned : Math.min((estimate * (1 - estimate)) / variance, planned)
  return {
    ...common,
    method: 'korn-graubard',
    interval: effectiveSizeLimits(estimate, effectiveSize, confidence),
    degreesOfFreedom: mean.degreesOfFreedomWithin,
    effectiveSize,
    plannedEffectiveSize: planned,
  }
}
