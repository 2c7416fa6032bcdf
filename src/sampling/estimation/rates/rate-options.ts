import { argumentIssue } from '../../../issues/argument-issue.js'
import { throwIssues } from '../../../issues/throw-issues.js'
import type { EstimationOptions } from '../strata/estimation-options.js'
import type { SurveyRateMethod } from './survey-rate.js'

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

export function checkRateMethod({ method }: RateOptions): void {
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
