import { CallgradeError } from '../../issues/callgrade-error.js'
import type { Issue } from '../../issues/issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { CoverageGroup } from './coverage-group.js'

/**
 * Runs a calculation and makes its issues of allocation groups point at the coverage rules that made these groups.
 * @throws CallgradeError what the calculation throws, with those paths
 */
export function withCoveragePaths<Result>(coverage: readonly CoverageGroup[], calculate: () => Result): Result {
  try {
    return calculate()
  } catch (error) {
    if (error instanceof CallgradeError) {
      const rules = coverage.flatMap(({ rule }, index) => (rule.of === 'sample' ? [index] : []))
      throwIssues(error.issues.map((issue) => atRule(issue, rules)))
    }
    throw error
  }
}

function atRule(issue: Issue, rules: readonly number[]): Issue {
  const [head, place] = issue.path
  const index = head === 'groups' && typeof place === 'number' ? rules[place] : undefined
  return index === undefined ? issue : { ...issue, path: ['coverage', index] }
}
