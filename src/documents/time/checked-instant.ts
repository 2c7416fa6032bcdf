import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import { instantOf } from './instant.js'

/**
 * Reads an instant that a caller has to give.
 * @param text - RFC 3339 with an offset
 * @param path - of the argument
 * @returns milliseconds since 1970
 * @throws CallgradeError `document/instant`
 * @example
 * checkedInstant('1970-01-01T00:00:01Z', ['asOf']) //=> 1000
 */
export function checkedInstant(text: string, path: readonly PathSegment[]): number {
  const instant = instantOf(text)
  if (Number.isNaN(instant))
    throw new CallgradeError([issueOf({ code: 'document/instant', path, received: excerptOf(text) })])
  return instant
}
