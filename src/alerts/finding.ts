import type { CivilDate } from '../documents/time/civil-date.js'
import type { Text } from '../issues/text.js'
import type { Purpose } from '../scoring/evaluation/evaluation.js'

/** One fault of one call. */
export interface Finding {
  /** `evaluationId/kind/target[/n]` where it comes from a score, else the sender's own; the same id is the same finding. */
  readonly id: string
  /** `veto`, `critical-error`, `item`, `fault`, `band`, or a kind that the policy declares. */
  readonly kind: string
  /** Time of the call, RFC 3339. Windows and dates are taken from it. */
  readonly occurredAt: string
  /** Time at which it was found, RFC 3339, not before `occurredAt`. Alerts are raised then. */
  readonly foundAt: string
  readonly callId?: string
  readonly agentId?: string
  readonly teamId?: string
  readonly businessType?: string
  readonly evaluationId?: string
  /** Id of the rubric. */
  readonly rubric?: string
  readonly item?: string
  readonly tags?: readonly string[]
  /** Percentage of the item, 0 to 100. */
  readonly percent?: number
  /** Reason why the call was chosen; rates use `measure` alone. */
  readonly purpose: Purpose
  /** Values of the policy's facts. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly note?: Text
}

/** Number of ratings, found wrong or not. Rates are shares of it. Rows of one day and group add up. */
export interface Exposure {
  /** The same id is the same row, however often it is delivered. */
  readonly id?: string
  /** Local date of the calls in the policy's zone. */
  readonly date: CivilDate
  readonly agentId?: string
  readonly teamId?: string
  readonly businessType?: string
  /** The item that was rated; absent: the calls as a whole, for findings of no item. */
  readonly item?: string
  readonly tags?: readonly string[]
  readonly purpose: Purpose
  /** Ratings, a whole number, 0 or more. */
  readonly rated: number
  /** Values of the policy's facts. */
  readonly facts?: Readonly<Record<string, unknown>>
  /**
   * Set, with `ratedAt`, where the row comes from a score: a later rating by the same rubric of the call, or of the
   * evaluation where no call is named, replaces rows and findings of the one before.
   */
  readonly evaluationId?: string
  readonly callId?: string
  /** Id of the rubric. */
  readonly rubric?: string
  /** Time of the rating, RFC 3339. */
  readonly ratedAt?: string
  readonly note?: Text
}
