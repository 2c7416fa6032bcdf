import { argumentIssue } from '../../../issues/argument-issue.js'
import { throwIssues } from '../../../issues/throw-issues.js'
import type { Estimate } from '../estimate-result.js'
import { type RatioMean, ratioMean } from '../means/ratio-mean.js'
import { CONFIDENCE, type EstimationOptions } from '../strata/estimation-options.js'
import type { StratumMoments } from '../strata/stratum-moments.js'
import { type SurveyRateMethod, surveyRate } from './survey-rate.js'
import { totalRate } from './total-rate.js'

/** Options of a rate. */
export interface RateOptions extends EstimationOptions {
  /**
   * `exact`: hypergeometric for one stratum, Korn-Graubard below the planned effective size for several, exact where
   * none or all was found. The others as R survey's `svyciprop` names them, for comparison.
   * @defaultValue `exact`
   */
  readonly method?: 'exact' | SurveyRateMethod
}

const METHODS: readonly unknown[] = [undefined, 'exact', 'beta', 'logit', 'xlogit', 'likelihood', 'mean']

export function rateOf(strata: readonly StratumMoments[], options: RateOptions): Estimate {
  const { confidence = CONFIDENCE, method = 'exact', singleCall } = options
  const mean: RatioMean | undefined = ratioMean(strata, singleCall)
  if (mean === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  if (method === 'exact') return totalRate(strata, mean, confidence)
  return surveyRate(mean, mean.n - strata.length, method, confidence)
}

export function checkMethod({ method }: RateOptions): void {
  if (METHODS.includes(method)) return
  throwIssues([
    argumentIssue(
      'sampling/argument',
      ['method'],
      '"exact" | "beta" | "logit" | "xlogit" | "likelihood" | "mean"',
      method,
    ),
  ])
}
