import type { Evaluation, Rating } from '../../../scoring/index.js'

/** Rating by one rater of one item of one call. */
export interface RaterRating {
  readonly callId: string
  readonly raterId: string
  /** Id of an item of the rubric. Ratings of items that are only recorded are checked and not compared. */
  readonly item: string
  /** As in an evaluation: a level, true or false, an option or a list, a number, a list of faults, or `"na"`. */
  readonly rating: Rating
}

/** Calls that several raters judged: their ratings alone, or whole evaluations with `callId` and `evaluatorId`. */
export type JudgedCalls = { readonly ratings: readonly RaterRating[] } | { readonly evaluations: readonly Evaluation[] }
