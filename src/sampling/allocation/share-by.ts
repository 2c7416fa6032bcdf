import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { sum } from '../../statistics/sum.js'

/** Shares `total` in proportion to weights; at least one is over 0. */
export function shareBy(weights: readonly number[], total: number): readonly number[] {
  const all = sum(weights)
  if (!(all > 0)) throwIssues([argumentIssue('sampling/argument', ['strata'], 'one weight > 0', all)])
  return weights.map((weight) => (total * weight) / all)
}
