import { excerptOf, issueOf } from '../documents/issue-draft.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import type { PathSegment } from '../issues/issue.js'

/** @throws CallgradeError `calibration/argument`, always */
export function refuse(path: readonly PathSegment[], expected: string, received: unknown): never {
  throw new CallgradeError([
    issueOf({ code: 'calibration/argument', path, expected, received: excerptOf(received) }, undefined),
  ])
}
