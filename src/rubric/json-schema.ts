import * as z from 'zod/mini'
import { rubricSchema } from './rubric-schema.js'

/** A JSON Schema document, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema of rubrics, generated from the schema that `parseRubric` uses. It describes every field in Chinese
 * and English and is published as `callgrade/rubrics/schema/rubric.schema.json`.
 */
export function rubricJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(rubricSchema()), title: 'callgrade/rubric@1' }
}
