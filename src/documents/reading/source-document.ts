import type { Issue, PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'

/** A document that was read as far as possible, with a way to place further faults. */
export interface SourceDocument {
  /** A plain copy of the document's own; undefined when the text could not be read at all. */
  readonly value: unknown
  /** Faults of the text itself. */
  readonly issues: readonly Issue[]
  /** Checks whether a fault of the value at the path is reported already, with the faults of the text. */
  readonly isReported: (path: readonly PathSegment[]) => boolean
  /** Completes a draft with line and column when the document came as text. */
  readonly issue: (draft: IssueDraft) => Issue
  /** Lets later drafts use the right name of a misspelt key; they are still placed at the key as written. */
  readonly rename: (path: readonly PathSegment[], written: string) => void
}
