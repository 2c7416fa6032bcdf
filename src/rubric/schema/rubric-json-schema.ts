import * as z from 'zod/mini'
import type { JsonSchema } from '../../documents/schema/json-schema.js'
import { rubricSchema } from './rubric-schema.js'

/**
 * The JSON Schema of rubrics, generated from the schema that `parseRubric` uses. It describes every field in Chinese
 * and English and is published as `callgrade/rubrics/schema/rubric.schema.json`.
 */
export function rubricJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(rubricSchema()), title: 'callgrade/rubric@1' }
}
