import type { AnswerChoice } from '../schemas/choice-schema.js'
import type { RatingSchemaContext } from '../schemas/rating-schema-context.js'
import type { YesNoItem } from './format.js'

export function yesNoRatingSchema(
  { guidance }: YesNoItem,
  { words, criterion }: RatingSchemaContext,
): readonly AnswerChoice[] {
  return [
    { value: true, title: words.yes, ...criterion(guidance?.yes) },
    { value: false, title: words.no, ...criterion(guidance?.no) },
  ]
}
