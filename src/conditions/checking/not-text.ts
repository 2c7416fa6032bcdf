import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'

/** Makes the fault of a value that is no text: a missing key, or a wrong type. */
export function notText(value: unknown, path: readonly PathSegment[]): IssueDraft {
  return value === undefined
    ? { code: 'document/missing-key', path, expected: 'string' }
    : { code: 'document/type', path, expected: 'string', received: excerptOf(value) }
}
