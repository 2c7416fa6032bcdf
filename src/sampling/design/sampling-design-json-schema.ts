import * as z from 'zod/mini'
import type { JsonSchema } from '../../documents/schema/json-schema.js'
import { samplingDesignSchema } from './sampling-design-schema.js'

/**
 * Returns the JSON Schema of sampling designs, generated from the schema that `parseSamplingDesign` uses; published as
 * `callgrade/rubrics/schema/sampling-design.schema.json`.
 */
export function samplingDesignJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(samplingDesignSchema()), title: 'callgrade/sampling-design@1' }
}
