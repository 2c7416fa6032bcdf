import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'

/** Makes the fault of a value outside a closed list; at the top of a document, that of a wrong format. */
export function valueFault(path: readonly PathSegment[], value: unknown, allowed: readonly string[]): IssueDraft {
  return unknownName({
    code: path.length === 1 && path[0] === 'format' ? 'document/wrong-format' : 'document/value',
    path,
    name: value,
    known: allowed,
  })
}
