import type { Issue, PathSegment } from './issue.js'
import type { IssueCode } from './issue-code.js'

/** An issue before its place in the text is looked up. */
export interface IssueDraft {
  readonly code: IssueCode
  readonly path: readonly PathSegment[]
  /** `key` points at the name of the last path segment, not at its value. */
  readonly at?: 'key' | 'value'
  readonly severity?: Issue['severity']
  readonly expected?: string
  readonly received?: string
  readonly suggestion?: string
  readonly details?: Issue['details']
}
