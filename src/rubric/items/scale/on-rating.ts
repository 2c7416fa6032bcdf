import type { OnRating } from '../../format/rubric.js'
import type { OnRatingTest } from '../ratings/on-rating-test.js'
import type { ScaleItem } from './format.js'

/** Fires at a level or under it. */
export function scaleOnRatingTest(_item: ScaleItem, { atMost }: OnRating): OnRatingTest {
  return ({ value }) => atMost !== undefined && typeof value === 'number' && value <= atMost
}
