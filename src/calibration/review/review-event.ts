import type { Duration } from '../../calendar/calendar.js'
import type { Rating } from '../../scoring/index.js'

/**
 * Tier of a reviewer: junior raters score, reviewers calibrate differences and answer appeals, experts settle disputes.
 */
export type ReviewTier = 'junior' | 'reviewer' | 'expert'

/** The matter of an appeal; each topic names one thing. */
export type ReviewTopic =
  | { readonly item: string }
  | { readonly fault: string; readonly item?: string }
  | { readonly veto: string }
  | { readonly bonus: string }
  | { readonly gate: string }

/** Changes that a review makes to an evaluation. */
export interface ReviewChanges {
  /** By item, or by section for `"na"`. */
  readonly ratings?: Readonly<Record<string, Rating>>
  /** All vetoes that are marked from now on. */
  readonly vetoes?: readonly string[]
  readonly bonuses?: readonly string[]
}

/** One step in the review of an evaluation. */
export interface ReviewEvent {
  readonly id: string
  readonly evaluationId: string
  readonly kind: 'scored' | 'calibrated' | 'published' | 'appealed' | 'answered' | 'settled' | 'acknowledged'
  /** RFC 3339 with an offset. */
  readonly at: string
  readonly by: string
  /** Tier of the person who scores, calibrates, publishes, answers or settles. */
  readonly tier?: ReviewTier
  /** Topics of an appeal, at least one. */
  readonly about?: readonly ReviewTopic[]
  /** Id of the appeal that is answered or settled; may be left out where one is open. */
  readonly appeal?: string
  readonly decision?: 'upheld' | 'partly-upheld' | 'rejected'
  readonly changes?: ReviewChanges
  readonly reason?: string
}

/** Terms, counted from `published`; an alert policy's `review` is one. */
export interface ReviewPolicy {
  readonly appeal?: { readonly within: Duration }
  readonly feedback?: { readonly within: Duration }
}
