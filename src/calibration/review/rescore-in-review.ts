import type { Evaluation, Scorer } from '../../scoring/index.js'
import type { ReviewEvent } from './review-event.js'
import { notNow, type ReviewProgress, type ReviewStep } from './review-progress.js'
import { type ReviewedScore, reviewedScore } from './reviewed-score.js'

/** Adds the first score of a review. */
export function scoreFirst(
  progress: ReviewProgress,
  event: ReviewEvent,
  evaluation: Evaluation,
  scorer: Scorer,
): ReviewStep {
  if (progress.scores.length > 0) return notNow(event, progress)
  return withScore(
    progress,
    event,
    'scored',
    { ...evaluation, evaluatedAt: evaluation.evaluatedAt ?? event.at },
    scorer,
  )
}

/**
 * Adds the score of the last evaluation with the changes of an event.
 * @param kind - of the event
 */
export function scoreChanged(
  progress: ReviewProgress,
  event: ReviewEvent,
  kind: Exclude<ReviewedScore['kind'], 'scored'>,
  scorer: Scorer,
): ReviewStep {
  const last = progress.scores.at(-1)?.evaluation
  if (!last) return notNow(event, progress)
  const { ratings = {}, vetoes, bonuses } = event.changes ?? {}
  const changed: Evaluation = {
    ...last,
    ratings: { ...last.ratings, ...ratings },
    ...(vetoes && { vetoes }),
    ...(bonuses && { bonuses }),
    evaluatorId: event.by,
    evaluatedAt: event.at,
  }
  return withScore(progress, event, kind, changed, scorer)
}

function withScore(
  { scores }: ReviewProgress,
  event: ReviewEvent,
  kind: ReviewedScore['kind'],
  evaluation: Evaluation,
  scorer: Scorer,
): ReviewStep {
  const score = reviewedScore(event, kind, evaluation, scores.at(-1)?.score, scorer)
  return 'fault' in score ? score : { scores: [...scores, score] }
}
