import type { JsonSchema } from '../../../documents/schema/json-schema.js'
import { choiceSchema } from '../schemas/choice-schema.js'
import type { RatingSchemaContext } from '../schemas/rating-schema-context.js'
import type { DeductionItem } from './format.js'

export function deductionRatingSchema({ faults, guidance }: DeductionItem, context: RatingSchemaContext): JsonSchema {
  const { words, titled, criterion, hasRemarks, remarks } = context
  const id = {
    title: words.fault,
    ...choiceSchema(
      faults.map((fault) => ({
        value: fault.id,
        title: titled(fault),
        ...criterion(fault.guidance, fault.description),
      })),
    ),
  }
  const count = { type: 'integer', minimum: 1, default: 1, title: words.count }
  return {
    type: 'array',
    items: {
      type: 'object',
      properties: { id, count, ...(hasRemarks && remarks) },
      required: ['id'],
      additionalProperties: false,
    },
    ...criterion(guidance),
  }
}
