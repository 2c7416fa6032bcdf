import { argumentIssue } from '../../../issues/argument-issue.js'
import type { Issue } from '../../../issues/issue.js'
import { throwIssues } from '../../../issues/throw-issues.js'
import type { SingleCallPolicy } from '../estimate-result.js'

/** Options that every estimator has. */
export interface EstimationOptions {
  /** A fraction between 0 and 1. @defaultValue 0.95 */
  readonly confidence?: number
  /**
   * For strata with one drawn call of several, whose spread is unknown: `certainty` and `remove` leave them out of the
   * variance, `adjust` takes their distance from the whole's mean, `average` the mean variance of the other strata.
   * @defaultValue none: such a stratum is an error
   */
  readonly singleCall?: SingleCallPolicy
}

/** The usual confidence of quality reports. */
export const CONFIDENCE = 0.95

const POLICIES: readonly unknown[] = [undefined, 'certainty', 'remove', 'adjust', 'average']

/** Refuses options that cannot be meant, with `sampling/argument`. */
export function checkOptions(options: EstimationOptions): void {
  const { confidence = CONFIDENCE, singleCall } = options
  const issues: Issue[] = []
  if (!(typeof confidence === 'number' && confidence > 0 && confidence < 1))
    issues.push(
      argumentIssue('sampling/argument', ['confidence'], 'a fraction between 0 and 1, such as 0.95', confidence),
    )
  if (!POLICIES.includes(singleCall))
    issues.push(
      argumentIssue('sampling/argument', ['singleCall'], '"certainty" | "remove" | "adjust" | "average"', singleCall),
    )
  throwIssues(issues)
}
