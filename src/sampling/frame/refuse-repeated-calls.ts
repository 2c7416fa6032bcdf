import { MAXIMUM_ISSUES } from '../../documents/reading/maximum-issues.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { CallFingerprints } from './call-fingerprints.js'

/**
 * Refuses a frame in which an id occurs more than once.
 * @throws CallgradeError `sampling/duplicate-call` with the lines of every repeated call, up to the limit of issues
 */
export function refuseRepeatedCalls(fingerprints: CallFingerprints): void {
  throwIssues(
    fingerprints
      .repetitions(MAXIMUM_ISSUES)
      .map(({ line, firstLine }) =>
        issueOf({ code: 'sampling/duplicate-call', path: [], details: { line, firstLine } }, undefined),
      ),
  )
}
