import type { CivilDate } from '../../documents/time/civil-date.js'
import type { Text } from '../../issues/text.js'

/** Meaning of a rating, with cases from the library. */
export interface Criterion {
  readonly description?: Text
  readonly examples?: readonly Example[]
  readonly note?: Text
}

/** A case that shows a criterion. */
export interface Example {
  readonly verdict: 'good' | 'bad'
  readonly text: Text
  /** Id of a recording in the case library. */
  readonly recording?: string
  /** Last day on which the case is a good reference. */
  readonly through?: CivilDate
  readonly note?: Text
}
