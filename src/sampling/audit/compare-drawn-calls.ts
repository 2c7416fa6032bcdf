import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import type { DrawnCall, Manifest } from '../manifest/manifest.js'

/**
 * Compares the calls of a manifest, each in its order, with those that the draw gives.
 * @param expected - the manifest that design, seed and data give
 * @param strataNow - strata of the manifest's calls by the data as they are now
 */
export function compareDrawnCalls(
  manifest: Manifest,
  expected: Manifest,
  strataNow: ReadonlyMap<string, string>,
): readonly Issue[] {
  const issues: Issue[] = []
  const due = new Map(expected.drawn.map((call) => [call.callId, call]))
  const seen = new Set<string>()
  for (const [index, call] of manifest.drawn.entries()) {
    const { callId } = call
    const at = { severity: 'error', path: ['drawn', index], received: excerptOf(callId) } as const
    const difference =
      movedCall(call, strataNow.get(callId), at) ??
      differentCall(call, seen.has(callId) ? undefined : due.get(callId), at)
    // A call that does not belong leaves its entry unseen, so that the call in its place is reported as missing.
    if (difference?.code !== 'sampling/does-not-belong') seen.add(callId)
    if (difference) issues.push(difference)
  }
  for (const { callId, purpose } of due.values())
    if (!seen.has(callId))
      issues.push(
        issueOf(
          { code: 'sampling/call-missing', path: ['drawn'], received: excerptOf(callId), details: { purpose } },
          undefined,
        ),
      )
  const kept = manifest.drawn.filter(({ callId }) => due.has(callId))
  const wanted = expected.drawn.filter(({ callId }) => seen.has(callId))
  if (kept.length === wanted.length && kept.some(({ callId }, index) => callId !== wanted[index]?.callId))
    issues.push(issueOf({ code: 'sampling/plan-differs', path: ['drawn'], details: { what: 'order' } }, undefined))
  return issues
}

/** Severity and place that every difference of one call has in common. */
type CallPlace = Pick<Issue, 'severity' | 'path' | 'received'>

/** Returns the difference of a call that is gone from the data or is now in another stratum. */
function movedCall({ stratum }: DrawnCall, now: string | undefined, at: CallPlace): Issue | undefined {
  if (now === undefined) return { code: 'sampling/call-gone', ...at }
  return now === stratum ? undefined : { code: 'sampling/stratum-changed', ...at, details: { now, before: stratum } }
}

/**
 * Returns the difference of a listed call from the call that the draw gives.
 * @param due - the same call as the draw gives it; undefined where it does not, or where it was listed before
 */
function differentCall({ purpose, rule }: DrawnCall, due: DrawnCall | undefined, at: CallPlace): Issue | undefined {
  if (!due) return { code: 'sampling/does-not-belong', ...at, details: { purpose } }
  if (purpose !== due.purpose) return { code: 'sampling/entry-changed', ...at, details: { what: 'purpose' } }
  return rule === due.rule ? undefined : { code: 'sampling/entry-changed', ...at, details: { what: 'rule' } }
}
