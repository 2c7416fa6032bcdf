import * as z from 'zod/mini'
import type { JsonSchema } from '../../documents/schema/json-schema.js'
import { manifestSchema } from './manifest-schema.js'

/**
 * Returns the JSON Schema of manifests, generated from the schema that `parseManifest` uses; published as
 * `callgrade/rubrics/schema/manifest.schema.json`.
 */
export function manifestJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(manifestSchema()), title: 'callgrade/manifest@1' }
}
