import { MAXIMUM_ISSUES } from '../../documents/reading/maximum-issues.js'
import { instantOf } from '../../documents/time/instant.js'
import { argumentIssue } from '../../issues/argument-issue.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { type CalibrationCall, calibrationCallChecker } from './calibration-call.js'

/**
 * Returns the last calls of a rater by the time of their sessions.
 * @param calls - of all sessions, in any order
 * @param sessions - that were held; each has to have calls
 * @param most - calls at most
 * @throws CallgradeError `document/...` for records, `calibration/argument` for two times of one session,
 * `calibration/rated-twice`, `calibration/left-out`
 */
export function lastCalls(
  calls: readonly CalibrationCall[],
  sessions: readonly string[],
  most: number,
): readonly CalibrationCall[] {
  throwIssues(calibrationCallChecker().issuesOf(calls, ['calls']))
  throwIssues(sessionFaults(calls, sessions).slice(0, MAXIMUM_ISSUES))
  // Within a session by id, so that the order in which calls are given does not choose which of them count.
  const sorted = [...calls].sort(
    (a, b) =>
      instantOf(a.heldAt) - instantOf(b.heldAt) ||
      (a.sessionId < b.sessionId ? -1 : a.sessionId > b.sessionId ? 1 : a.callId < b.callId ? -1 : 1),
  )
  return sorted.slice(-most)
}

function sessionFaults(calls: readonly CalibrationCall[], sessions: readonly string[]): readonly Issue[] {
  const issues: Issue[] = []
  const held = new Map<string, string>()
  const seen = new Set<string>()
  for (const [index, { sessionId, heldAt, callId }] of calls.entries()) {
    const before = held.get(sessionId) ?? heldAt
    if (instantOf(before) !== instantOf(heldAt))
      issues.push(argumentIssue('calibration/argument', ['calls', index, 'heldAt'], JSON.stringify(before), heldAt))
    held.set(sessionId, before)
    const key = JSON.stringify([sessionId, callId])
    if (seen.has(key))
      issues.push(
        issueOf({ code: 'calibration/rated-twice', path: ['calls', index], details: { call: callId } }, undefined),
      )
    seen.add(key)
  }
  for (const [index, session] of sessions.entries())
    if (!held.has(session))
      issues.push(
        issueOf({ code: 'calibration/left-out', path: ['sessions', index], received: excerptOf(session) }, undefined),
      )
  return issues
}
