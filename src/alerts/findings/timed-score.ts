import { instantOf } from '../../documents/time/instant.js'
import { startOfDay } from '../../documents/time/instant-text.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { Score } from '../../scoring/score.js'

/** A score with when the call occurred and when it was rated, RFC 3339. */
export interface TimedScore {
  readonly score: Score
  readonly occurredAt: string
  readonly foundAt: string
}

/** Returns the times of a score, or the fault that leaves it without. */
export function timesOf(score: Score, timeZone: string): TimedScore | IssueDraft {
  const occurredAt = score.callAt ?? (score.period && startOfDay(score.period.through, timeZone))
  if (occurredAt === undefined)
    return { code: 'alerts/score-without-time', path: ['callAt'], expected: 'callAt | period' }
  const foundAt = score.evaluatedAt ?? occurredAt
  if (instantOf(foundAt) < instantOf(occurredAt))
    return {
      code: 'alerts/found-too-early',
      path: ['evaluatedAt'],
      expected: `>= ${occurredAt}`,
      received: excerptOf(foundAt),
    }
  return { score, occurredAt, foundAt }
}

/** Returns whether a score was rated before another. Of equal times the later line of the input counts, as in a log. */
export function comesBefore(a: TimedScore, b: TimedScore): boolean {
  return instantOf(a.foundAt) < instantOf(b.foundAt)
}
