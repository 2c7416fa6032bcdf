import { type ByKind, ofKind } from '../by-kind.js'
import { choiceOnRatingForm } from '../choice/on-rating.js'
import type { Item } from '../item.js'
import type { OnRatingForm } from '../on-rating-form.js'

const BELOW_PERCENT: OnRatingForm = { key: 'belowPercent' }

const FORMS: ByKind<OnRatingForm | undefined> = {
  scale: () => ({ key: 'atMost' }),
  'yes-no': () => ({ key: undefined }),
  choice: choiceOnRatingForm,
  numeric: () => BELOW_PERCENT,
  deduction: () => BELOW_PERCENT,
  text: () => undefined,
  record: () => undefined,
}

/** The form of a veto's `onRating` on an item; undefined where no rating of it can fire a veto. */
export function onRatingFormOf(item: Item): OnRatingForm | undefined {
  return ofKind(FORMS, item)
}
