import { assertNever } from '../../issues/assert-never.js'
import { decideAppeal } from './decide-appeal.js'
import { openAppeal } from './open-appeal.js'
import { publishScore } from './publish-score.js'
import { scoreChanged, scoreFirst } from './rescore-in-review.js'
import type { ReviewEvent } from './review-event.js'
import { notNow, type ReviewProgress, type ReviewStep, type ReviewTerms } from './review-progress.js'
import { ownScoreFault } from './review-rights.js'

/** Returns what an event changes, or why it is impossible now. The event has the right form and tier. */
export function applyReviewEvent(progress: ReviewProgress, event: ReviewEvent, terms: ReviewTerms): ReviewStep {
  const { scorer, evaluation } = terms
  switch (event.kind) {
    case 'scored':
      return withStatus(scoreFirst(progress, event, evaluation, scorer), 'scored')
    case 'calibrated': {
      if (progress.scores.length === 0 || progress.publication) return notNow(event, progress)
      const fault = ownScoreFault(event, progress)
      return fault ? { fault } : withStatus(scoreChanged(progress, event, 'calibrated', scorer), 'calibrated')
    }
    case 'published':
      return publishScore(progress, event, terms)
    case 'appealed':
      return openAppeal(progress, event, scorer.rubric)
    case 'answered':
    case 'settled':
      return decideAppeal(progress, event, event.kind, scorer)
    case 'acknowledged':
      if (!progress.publication || progress.acknowledgedAt !== undefined) return notNow(event, progress)
      return { acknowledgedAt: event.at }
    default:
      return assertNever(event.kind)
  }
}

function withStatus(step: ReviewStep, status: ReviewProgress['status']): ReviewStep {
  return 'fault' in step ? step : { ...step, status }
}
