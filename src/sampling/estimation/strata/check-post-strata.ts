import { argumentIssue } from '../../../issues/argument-issue.js'
import type { Issue } from '../../../issues/issue.js'
import { throwIssues } from '../../../issues/throw-issues.js'
import { sum } from '../../../statistics/sum.js'
import { checkStrata } from './check-strata.js'
import { expectedValue } from './expected-value.js'
import type { PostStratifiedOptions, PostStratumSample } from './post-stratum-sample.js'

/**
 * Refuses strata and counts that do not fit each other, with `sampling/argument` or `sampling/post-stratum`.
 */
export function checkPostStrata(
  strata: readonly PostStratumSample[],
  counts: Readonly<Record<string, number>>,
  options: PostStratifiedOptions,
): void {
  const { kind, minimum = kind === 'mean' ? Number.NEGATIVE_INFINITY : 0, maximum = Infinity } = options
  const domain = strata.map(({ key, size, values }) => ({
    key,
    size,
    drawn: values.length,
    values: values.filter((value) => value !== null),
  }))
  if (kind === 'rate') checkStrata(domain, options, '0 or 1', (value) => value === 0 || value === 1)
  else checkStrata(domain, options, expectedValue(options), (value) => value >= minimum && value <= maximum)

  const issues: Issue[] = []
  const seen = new Set(strata.flatMap(({ labels }) => labels))
  for (const label of seen) if (!Object.hasOwn(counts, label)) issues.push(postStratumIssue(label, 'unknown'))
  let total = 0
  for (const [label, count] of Object.entries(counts)) {
    if (!(Number.isSafeInteger(count) && count >= 0))
      issues.push(argumentIssue('sampling/argument', ['counts', label], 'a whole number from 0', count))
    else if (count > 0 && !seen.has(label)) issues.push(postStratumIssue(label, 'empty'))
    else if (count === 0 && seen.has(label))
      issues.push(argumentIssue('sampling/argument', ['counts', label], 'a whole number from 1', count))
    total += count
  }
  const population = sum(strata, ({ size }) => size)
  if (issues.length === 0 && total !== population)
    issues.push(argumentIssue('sampling/argument', ['counts'], `counts that add to ${population}`, total))
  strata.forEach(({ values, labels }, index) => {
    if (labels.length !== values.length)
      issues.push(
        argumentIssue('sampling/argument', ['strata', index, 'labels'], `${values.length} labels`, labels.length),
      )
  })
  throwIssues(issues)
}

function postStratumIssue(label: string, reason: 'unknown' | 'empty'): Issue {
  return {
    code: 'sampling/post-stratum',
    severity: 'error',
    path: ['counts', label],
    received: JSON.stringify(label),
    details: { reason },
  }
}
