import type { OnRating } from '../../format/rubric.js'
import type { OnRatingForm } from '../on-rating-form.js'
import type { OnRatingTest } from '../ratings/on-rating-test.js'
import type { ChoiceItem } from './format.js'

export function choiceOnRatingForm({ options }: ChoiceItem): OnRatingForm {
  return { key: 'options', options: new Set(options.map(({ id }) => id)) }
}

/** Fires where one of the options was chosen. */
export function choiceOnRatingTest(_item: ChoiceItem, onRating: OnRating): OnRatingTest {
  const firing = new Set(onRating.options)
  return ({ options }) => options?.some((option) => firing.has(option)) ?? false
}
