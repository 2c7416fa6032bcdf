import { type ArgumentCode, argumentIssue } from './argument-issue.js'
import { CallgradeError } from './callgrade-error.js'
import type { PathSegment } from './issue.js'

/**
 * Rejects an argument of a function.
 * @param path - the parameter, and the field within it
 * @param expected - what would have been right, in a notation of no language: `0..1`, `integer >= 1`
 * @param received - the argument itself; the issue shows an excerpt
 * @param suggestion - what was probably meant
 * @throws CallgradeError with the given code, always
 */
export function refuse(
  code: ArgumentCode,
  path: readonly PathSegment[],
  expected: string,
  received: unknown,
  suggestion?: string,
): never {
  throw new CallgradeError([argumentIssue(code, path, expected, received, suggestion)])
}
