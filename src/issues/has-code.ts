import type { Issue } from './issue.js'
import type { IssueCode } from './issue-code.js'
import type { TypedIssue } from './typed-issue.js'

/**
 * Checks the code of an issue; its details are then typed.
 * @example
 * if (hasCode(issue, 'document/duplicate-key')) issue.details.firstLine //=> 4
 */
export function hasCode<Code extends IssueCode>(issue: Issue, code: Code): issue is Issue & TypedIssue<Code> {
  return issue.code === code
}
