import { alternatives } from './alternatives.js'
import { excerptOf } from './excerpt-of.js'
import type { PathSegment } from './issue.js'
import type { IssueCode } from './issue-code.js'
import type { DetailsOf, IssueDraft } from './issue-draft.js'
import { nearestName } from './nearest-name.js'

/** A name that is not declared, the names that are, and the details that the code has. */
export type UnknownName<Code extends IssueCode> = DetailsOf<Code> & {
  readonly code: Code
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
}

/**
 * Makes the issue of an unknown name: the names that would have been right, and the nearest of them as a suggestion.
 * @example
 * unknownName({ code: 'document/unknown-key', path: ['vetos'], name: 'vetos', known: ['gates', 'vetoes'] }).suggestion
 * //=> 'vetoes'
 */
export function unknownName<Code extends IssueCode>(unknown: UnknownName<Code>): IssueDraft {
  const { code, path, name, at, severity, details } = unknown
  const known = [...unknown.known]
  const suggestion = typeof name === 'string' ? nearestName(name, unknown.candidates ?? known) : undefined
  const draft = {
    code,
    path,
    ...(at && { at }),
    ...(severity && { severity }),
    expected: alternatives(known),
    received: excerptOf(name),
    ...(suggestion !== undefined && { suggestion }),
    ...(details && { details }),
  }
  return draft as IssueDraft // code and details fit: they are of one Code
}
