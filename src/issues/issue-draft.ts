import type { Issue, PathSegment } from './issue.js'
import type { IssueCode } from './issue-code.js'
import type { IssueDetails } from './issue-details.js'

/** Facts of an issue without its code and details, before its place in the text is looked up. */
export interface DraftFacts {
  readonly path: readonly PathSegment[]
  /** `key` points at the name of the last path segment, not at its value. */
  readonly at?: 'key' | 'value'
  readonly severity?: Issue['severity']
  readonly expected?: string
  readonly received?: string
  readonly suggestion?: string
}

/** The details that an issue of a code has to have. */
export type DetailsOf<Code extends IssueCode> = Code extends keyof IssueDetails
  ? object extends IssueDetails[Code]
    ? { readonly details?: IssueDetails[Code] }
    : { readonly details: IssueDetails[Code] }
  : { readonly details?: never }

/** Codes whose issues have no details. */
type PlainCode = Exclude<IssueCode, keyof IssueDetails>

/** An issue before its place in the text is looked up. */
export type IssueDraft =
  | (DraftFacts & { readonly code: PlainCode; readonly details?: never })
  | { [Code in keyof IssueDetails]: DraftFacts & { readonly code: Code } & DetailsOf<Code> }[keyof IssueDetails]
