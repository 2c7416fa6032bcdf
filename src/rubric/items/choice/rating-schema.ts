import type { JsonSchema } from '../../../documents/schema/json-schema.js'
import { type AnswerChoice, choiceSchema } from '../schemas/choice-schema.js'
import type { RatingSchemaContext } from '../schemas/rating-schema-context.js'
import type { ChoiceItem } from './format.js'

export function choiceRatingSchema(
  { options, guidance, multiple }: ChoiceItem,
  { titled, criterion }: RatingSchemaContext,
): readonly AnswerChoice[] | JsonSchema {
  const choices = options.map((option) => ({
    value: option.id,
    title: titled(option),
    ...criterion(guidance?.[option.id], option.description),
  }))
  return multiple ? { type: 'array', items: choiceSchema(choices), uniqueItems: true } : choices
}
