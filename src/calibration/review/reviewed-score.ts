import type { IssueDraft } from '../../issues/issue-draft.js'
import type { Evaluation, Score, Scorer } from '../../scoring/index.js'
import type { ReviewEvent, ReviewTier } from './review-event.js'
import { differenceOf } from './score-difference.js'

/** One score in the life of an evaluation; all of them are kept. */
export interface ReviewedScore {
  /** Id of the event that led to it. */
  readonly event: string
  readonly kind: 'scored' | 'calibrated' | 'answered' | 'settled'
  /** RFC 3339. */
  readonly at: string
  readonly by: string
  readonly tier: ReviewTier
  readonly reason?: string
  readonly evaluation: Evaluation
  readonly score: Score
  /** Points more than the score before; null where one of the two is not scored. */
  readonly difference: number | null
  /** Items whose percentage changed. */
  readonly items: readonly { readonly item: string; readonly before: number | null; readonly after: number | null }[]
  readonly vetoesAdded: readonly string[]
  readonly vetoesRemoved: readonly string[]
}

/**
 * Scores an evaluation as an event leaves it, with what changed since the score before.
 * @param before - the score before; undefined for the first one
 * @returns the score, or the first fault of the evaluation, which the changes of the event brought about
 */
export function reviewedScore(
  event: ReviewEvent,
  kind: ReviewedScore['kind'],
  evaluation: Evaluation,
  before: Score | undefined,
  scorer: Scorer,
): ReviewedScore | { readonly fault: IssueDraft } {
  const result = scorer.safeScore(evaluation)
  if (!result.success) {
    const [first] = result.issues
    return {
      fault: {
        code: first.code,
        path: ['changes', ...first.path],
        ...(first.expected !== undefined && { expected: first.expected }),
        ...(first.received !== undefined && { received: first.received }),
        ...(first.details && { details: first.details }),
      } as IssueDraft, // its details are those of its code
    }
  }
  const score = result.data
  const vetoes = before?.vetoes ?? []
  return {
    event: event.id,
    kind,
    at: event.at,
    by: event.by,
    tier: event.tier ?? 'junior',
    ...(event.reason !== undefined && { reason: event.reason }),
    evaluation,
    score,
    difference: before ? differenceOf(before, score, scorer.rubric.result.decimals) : null,
    items: before ? changedItems(before, score) : [],
    vetoesAdded: before ? score.vetoes.filter((veto) => !vetoes.includes(veto)) : [],
    vetoesRemoved: vetoes.filter((veto) => !score.vetoes.includes(veto)),
  }
}

function changedItems(before: Score, after: Score): ReviewedScore['items'] {
  return Object.keys(after.items).flatMap((item) => {
    const [was = null, is = null] = [before.items[item], after.items[item]]
    return was === is ? [] : [{ item, before: was, after: is }]
  })
}
