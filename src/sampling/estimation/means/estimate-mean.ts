import type { Bounds } from '../bounds.js'
import type { Estimate } from '../estimate-result.js'
import { checkStrata } from '../strata/check-strata.js'
import { CONFIDENCE, type EstimationOptions } from '../strata/estimation-options.js'
import { expectedValue } from '../strata/expected-value.js'
import { momentsOf } from '../strata/stratum-moments.js'
import { type StratumSample, wholeDomain } from '../strata/stratum-sample.js'
import { ratioMean } from './ratio-mean.js'
import { totalMean } from './total-mean.js'

/** Options of a mean. */
export interface MeanOptions extends EstimationOptions, Bounds {
  /** Least value that the measure can have; clips the interval. */
  readonly minimum?: number
  /** Greatest value that the measure can have; clips the interval. */
  readonly maximum?: number
}

/**
 * Estimates the mean over all calls of a measure that no veto zeroes, such as seconds of talk or a raw score.
 * Method: stratified mean (Cochran 1977, 5.3), t interval with Satterthwaite's degrees of freedom (5.16). Scores with
 * vetoes at 0 break it: it then holds in .65 to .86 of samples for .95; use `estimateZeroableMean`.
 * @param strata - each with its calls in all (`size`) and the values of the drawn ones
 * @returns marked `approximate`, and `heavy-tailed` where one call holds over 10 % of the variance
 * @throws CallgradeError `sampling/argument`, `sampling/single-call-stratum`
 * @example
 * estimateMean([{ key: 'sales', size: 2, values: [80, 90] }]).estimate //=> 85
 */
export function estimateMean(strata: readonly StratumSample[], options: MeanOptions = {}): Estimate {
  const { confidence = CONFIDENCE, minimum = Number.NEGATIVE_INFINITY, maximum = Infinity, singleCall } = options
  const whole = wholeDomain(strata)
  checkStrata(whole, options, expectedValue(options), (value) => value >= minimum && value <= maximum)
  const moments = whole.map(momentsOf)
  const mean = ratioMean(moments, singleCall)
  if (mean === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  return totalMean(moments, mean, confidence, options)
}
