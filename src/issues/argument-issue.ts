import { excerptOf } from './excerpt-of.js'
import type { Issue, PathSegment } from './issue.js'
import type { IssueCode } from './issue-code.js'

/** The codes of wrong arguments of functions. */
export type ArgumentCode = Extract<IssueCode, `${string}argument`>

/**
 * Makes the issue of a wrong argument, for functions that collect several before they throw.
 * @param path - the parameter, and the field within it
 * @param expected - what would have been right, in a notation of no language: `0..1`, `integer >= 1`
 * @param received - the argument itself; the issue shows an excerpt
 * @param suggestion - what was probably meant
 */
export function argumentIssue(
  code: ArgumentCode,
  path: readonly PathSegment[],
  expected: string,
  received: unknown,
  suggestion?: string,
): Issue {
  return {
    code,
    severity: 'error',
    path,
    expected,
    received: excerptOf(received),
    ...(suggestion !== undefined && { suggestion }),
  }
}
