import type { OnRating } from '../../format/rubric.js'
import { belowPercent } from './below-percent.js'
import type { Reading } from './reading.js'

/** Whether a rating fires a veto. */
export type OnRatingTest = (reading: Reading) => boolean

/** Fires where the rating earns less than a percentage. */
export function belowPercentTest(_item: unknown, onRating: OnRating): OnRatingTest {
  const isBelow = belowPercent(onRating.belowPercent ?? 0)
  return ({ fraction }) => isBelow(fraction)
}
