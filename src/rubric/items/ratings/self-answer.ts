import type { RateWhen } from '../scale/format.js'

/** How an item answers itself where the rater does not. */
export interface SelfAnswer {
  /** The fact that the rating is taken from. */
  readonly fact?: string
  /** The first rule whose condition is true gives the rating. */
  readonly rules: readonly RateWhen[]
}
