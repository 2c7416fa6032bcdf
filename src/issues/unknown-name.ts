import { alternatives } from './alternatives.js'
import { excerptOf } from './excerpt-of.js'
import type { PathSegment } from './issue.js'
import type { IssueCode } from './issue-code.js'
import type { IssueDraft } from './issue-draft.js'
import { nearestName } from './nearest-name.js'

/** A name that is not declared, and the names that are. */
export interface UnknownName {
  readonly code: IssueCode
  readonly path: readonly PathSegment[]
  /** The value found where a name belongs; only a text gets a suggestion. */
  readonly name: unknown
  /** The names that would have been right. */
  readonly known: Iterable<string>
  /**
   * Names that may be suggested, where some of the known ones are out of the question.
   * @defaultValue `known`
   */
  readonly candidates?: Iterable<string>
  readonly at?: IssueDraft['at']
  readonly severity?: IssueDraft['severity']
  readonly details?: IssueDraft['details']
}

/**
 * Makes the issue of an unknown name: the names that would have been right, and the nearest of them as a suggestion.
 * @example
 * unknownName({ code: 'document/unknown-key', path: ['vetos'], name: 'vetos', known: ['gates', 'vetoes'] }).suggestion
 * //=> 'vetoes'
 */
export function unknownName(unknown: UnknownName): IssueDraft {
  const { code, path, name, at, severity, details } = unknown
  const known = [...unknown.known]
  const suggestion = typeof name === 'string' ? nearestName(name, unknown.candidates ?? known) : undefined
  return {
    code,
    path,
    ...(at && { at }),
    ...(severity && { severity }),
    expected: alternatives(known),
    received: excerptOf(name),
    ...(suggestion !== undefined && { suggestion }),
    ...(details && { details }),
  }
}
