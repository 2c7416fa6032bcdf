import { deadline } from '../../calendar/deadline.js'
import type { ReviewEvent } from './review-event.js'
import { notNow, type ReviewProgress, type ReviewStep, type ReviewTerms } from './review-progress.js'

/** Publishes the score of record; the terms of appeal and feedback run from then on. */
export function publishScore(
  progress: ReviewProgress,
  event: ReviewEvent,
  { policy: { appeal, feedback }, calendars }: ReviewTerms,
): ReviewStep {
  if (progress.scores.length === 0 || progress.publication) return notNow(event, progress)
  return {
    status: 'published',
    publication: {
      at: event.at,
      ...(appeal && { appealDue: deadline(event.at, appeal.within, calendars) }),
      ...(feedback && { feedbackDue: deadline(event.at, feedback.within, calendars) }),
    },
  }
}
