import type { Issue } from './issue.js'
import type { IssueCode } from './issue-code.js'
import type { IssueDetails } from './issue-details.js'

/** An issue whose code is known, and with it the facts that it names. */
export type TypedIssue<Code extends IssueCode> = Omit<Issue, 'code' | 'details'> & {
  readonly code: Code
} & (Code extends keyof IssueDetails ? { readonly details: IssueDetails[Code] } : { readonly details?: never })
