import { CallgradeError } from '../../issues/callgrade-error.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'

/** Refuses an argument of this part. */
export function refuseEffect(draft: IssueDraft): never {
  throw new CallgradeError([issueOf(draft, undefined)])
}
