import type { Calendar, Deadline } from '../../calendar/calendar.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { Evaluation, Scorer } from '../../scoring/index.js'
import type { ReviewAppeal } from './review-appeal.js'
import type { ReviewEvent, ReviewPolicy } from './review-event.js'
import type { ReviewedScore } from './reviewed-score.js'

/** A review after some of its events. */
export interface ReviewProgress {
  readonly status: 'unscored' | 'scored' | 'calibrated' | 'published' | 'appealed' | 'answered' | 'settled'
  /** All, the first one first. */
  readonly scores: readonly ReviewedScore[]
  readonly appeals: readonly ReviewAppeal[]
  /** Set once the score is published; the terms run from then. */
  readonly publication?: Publication
  /** RFC 3339. */
  readonly acknowledgedAt?: string
}

/** Publication of a score, and the deadline for the answer of the agent's side. */
export interface Publication {
  /** RFC 3339. */
  readonly at: string
  /** Absent where the policy has no such term. */
  readonly appealDue?: Deadline
  readonly feedbackDue?: Deadline
}

/** Terms of a review. */
export interface ReviewTerms {
  /** As first rated. */
  readonly evaluation: Evaluation
  readonly scorer: Scorer
  readonly policy: ReviewPolicy
  readonly calendars: readonly Calendar[]
}

/** Changes by an event, or the reason why it is impossible. */
export type ReviewStep = Partial<ReviewProgress> | { readonly fault: IssueDraft }

/** Returns the fault of an event that the review is not ready for. */
export function notNow({ kind }: ReviewEvent, { status }: ReviewProgress): { readonly fault: IssueDraft } {
  return { fault: { code: 'calibration/not-now', path: ['kind'], received: excerptOf(kind), details: { status } } }
}
