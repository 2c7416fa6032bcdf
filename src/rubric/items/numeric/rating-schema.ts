import type { JsonSchema } from '../../../documents/schema/json-schema.js'
import type { RatingSchemaContext } from '../schemas/rating-schema-context.js'
import type { NumericItem } from './format.js'

export function numericRatingSchema(
  { minimum, maximum, guidance }: NumericItem,
  { criterion }: RatingSchemaContext,
): JsonSchema {
  return {
    type: 'number',
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...criterion(guidance),
  }
}
