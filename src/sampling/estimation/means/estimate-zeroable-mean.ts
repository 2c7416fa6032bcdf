import type { Estimate } from '../estimate-result.js'
import { checkStrata } from '../strata/check-strata.js'
import { CONFIDENCE, type EstimationOptions } from '../strata/estimation-options.js'
import { expectedValue } from '../strata/expected-value.js'
import { type StratumSample, wholeDomain } from '../strata/stratum-sample.js'
import { zeroableMean } from './zeroable-mean.js'

/** Options of a mean of scores that can be zeroed. */
export interface ZeroableMeanOptions extends EstimationOptions {
  /** Greatest score that there can be; clips the interval, and bounds it where too few scores are not zero. */
  readonly maximum?: number
}

/**
 * Estimates the mean of scores over all calls where vetoes make some scores 0.
 * Method: share not zero times mean of the rest; MOVER (Zou and Donner 2008) of the two intervals. The rest is a
 * domain: linearised t, its calls less the strata that hold any as degrees of freedom.
 * @param strata - scores from 0 on
 * @throws CallgradeError `sampling/argument`, `sampling/single-call-stratum`
 * @example
 * estimateZeroableMean([{ key: 'sales', size: 50, values: [0, 80, 90, 100] }], { maximum: 100 }).estimate //=> 67.5
 */
export function estimateZeroableMean(strata: readonly StratumSample[], options: ZeroableMeanOptions = {}): Estimate {
  const { confidence = CONFIDENCE, maximum, singleCall } = options
  const whole = wholeDomain(strata)
  const most = maximum ?? Number.POSITIVE_INFINITY
  const expected = expectedValue({ minimum: 0, ...(maximum !== undefined && { maximum }) })
  checkStrata(whole, options, expected, (value) => value >= 0 && value <= most)
  return zeroableMean(whole, 'total', confidence, maximum, singleCall)
}
