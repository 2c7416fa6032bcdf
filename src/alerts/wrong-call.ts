import { excerptOf, issueOf } from '../documents/issue-draft.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import type { PathSegment } from '../issues/issue.js'

/**
 * Refuses an argument.
 * @throws CallgradeError `alerts/argument`, always
 */
export function refuseArgument(path: readonly PathSegment[], expected: string, received: unknown): never {
  throw new CallgradeError([
    issueOf({ code: 'alerts/argument', path, expected, received: excerptOf(received) }, undefined),
  ])
}
