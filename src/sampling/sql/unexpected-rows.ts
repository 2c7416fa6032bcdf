import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'

/**
 * Makes the error of rows that are not those of the query.
 * @param path - number of the row from 0, and its column
 */
export function unexpectedRows(path: readonly PathSegment[], expected: string, received: unknown): CallgradeError {
  return new CallgradeError([
    issueOf({ code: 'sampling/sql-rows', path, expected, received: excerptOf(received) }, undefined),
  ])
}
