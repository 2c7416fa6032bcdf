import type { JsonSchema } from '../../../documents/schema/json-schema.js'
import type { AnswerChoice } from '../schemas/choice-schema.js'
import type { RatingSchemaContext } from '../schemas/rating-schema-context.js'
import type { RecordItem } from './format.js'

const SCHEMAS: Readonly<Record<Exclude<RecordItem['input'], 'choice'>, JsonSchema>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  date: { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
}

export function recordRatingSchema(
  { input, options = [], guidance }: RecordItem,
  { titled, criterion }: RatingSchemaContext,
): readonly AnswerChoice[] | JsonSchema {
  if (input !== 'choice') return { ...SCHEMAS[input], ...criterion(guidance) }
  return options.map((option) => ({
    value: option.id,
    title: titled(option),
    ...criterion(undefined, option.description),
  }))
}
