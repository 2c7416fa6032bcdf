import type { IssueCode } from '../../issues/issue-code.js'
import type { DraftFacts } from '../../issues/issue-draft.js'

/** A fault in the characters of a text, found before any value is known. */
export interface TextFault extends Omit<DraftFacts, 'path' | 'at' | 'severity'> {
  readonly code: Extract<IssueCode, `document/${string}`>
  readonly offset: number
  readonly details?: { readonly openedLine?: number; readonly maximum?: number }
}
