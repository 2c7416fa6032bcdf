import type { AnswerChoice } from '../schemas/choice-schema.js'
import type { RatingSchemaContext } from '../schemas/rating-schema-context.js'
import type { ScaleItem } from './format.js'
import { scaleOf } from './scale-of.js'

export function scaleRatingSchema(
  item: ScaleItem,
  { rubric, text, criterion }: RatingSchemaContext,
): readonly AnswerChoice[] {
  return scaleOf(item, rubric).levels.map(({ value, title, description }) => ({
    value,
    title: title === undefined ? String(value) : `${value} ${text(title)}`,
    ...criterion(item.guidance?.[String(value)], description),
  }))
}
