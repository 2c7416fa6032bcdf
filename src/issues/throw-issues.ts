import { CallgradeError } from './callgrade-error.js'
import type { Issue, Result } from './issue.js'

/** Throws a `CallgradeError` with all issues, where there are any. */
export function throwIssues(issues: readonly Issue[]): void {
  const [first, ...rest] = issues
  if (first) throw new CallgradeError([first, ...rest])
}

/** A failed result, where there are issues. */
export function failureOf(issues: readonly Issue[]): (Result<never> & { success: false }) | undefined {
  const [first, ...rest] = issues
  return first && { success: false, issues: [first, ...rest] }
}
