import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'

/** Shares `total` in proportion to weights; at least one is over 0. */
export function shareBy(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (!(sum > 0)) throwIssues([argumentIssue('sampling/argument', ['strata'], 'one weight > 0', sum)])
  return weights.map((weight) => (total * weight) / sum)
}
