import type { Estimate } from '../estimate-result.js'
import { checkStrata } from '../strata/check-strata.js'
import { momentsOf } from '../strata/stratum-moments.js'
import { type StratumSample, wholeDomain } from '../strata/stratum-sample.js'
import { rateByMethod } from './rate-by-method.js'
import { checkRateMethod, type RateOptions } from './rate-options.js'

/**
 * Estimates the share of all calls that has a trait, from a stratified sample.
 * Method: one stratum: the exact hypergeometric interval; several: Korn and Graubard (1998) with n - H degrees of
 * freedom and an effective size never above the planned one; none or all found: exact, `greatestUnseen`.
 * @param strata - 1 for a drawn call with the trait, 0 for one without
 * @throws CallgradeError `sampling/argument`, `sampling/single-call-stratum`
 * @example
 * estimateRate([{ key: 'sales', size: 40, values: [1, 0, 0, 1, 0] }]).estimate //=> 0.4
 */
export function estimateRate(strata: readonly StratumSample[], options: RateOptions = {}): Estimate {
  const whole = wholeDomain(strata)
  checkRateMethod(options)
  checkStrata(whole, options, '0 or 1', (value) => value === 0 || value === 1)
  return rateByMethod(whole.map(momentsOf), options)
}
