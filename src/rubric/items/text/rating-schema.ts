import type { JsonSchema } from '../../../documents/schema/json-schema.js'
import type { RatingSchemaContext } from '../schemas/rating-schema-context.js'
import type { TextItem } from './format.js'

export function textRatingSchema({ guidance }: TextItem, { criterion }: RatingSchemaContext): JsonSchema {
  return { type: 'string', ...criterion(guidance) }
}
