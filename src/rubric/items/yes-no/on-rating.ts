import type { OnRatingTest } from '../ratings/on-rating-test.js'
import { fullAnswer } from './earn.js'
import type { YesNoItem } from './format.js'

/** Fires at the faulty answer. */
export function yesNoOnRatingTest(item: YesNoItem): OnRatingTest {
  const full = fullAnswer(item)
  return ({ value }) => value !== full
}
