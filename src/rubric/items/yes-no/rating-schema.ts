import type { AnswerChoice } from '../choice-schema.js'
import type { RatingSchemaContext } from '../rating-schema-context.js'
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
