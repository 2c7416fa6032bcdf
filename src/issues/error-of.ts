import { CallgradeError } from './callgrade-error.js'
import type { IssueDraft } from './issue-draft.js'
import { issueOf } from './issue-of.js'

/** Makes the error of a single issue that has no place in a text. */
export function errorOf(draft: IssueDraft): CallgradeError {
  return new CallgradeError([issueOf(draft, undefined)])
}
