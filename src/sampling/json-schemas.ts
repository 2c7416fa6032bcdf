import * as z from 'zod/mini'
import type { JsonSchema } from '../documents/schema/json-schema.js'
import { samplingDesignSchema } from './design/sampling-design-schema.js'
import { manifestSchema } from './manifest/manifest-schema.js'

/**
 * The JSON Schema of sampling designs, generated from the schema that `parseSamplingDesign` uses; published as
 * `callgrade/rubrics/schema/sampling-design.schema.json`.
 */
export function samplingDesignJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(samplingDesignSchema()), title: 'callgrade/sampling-design@1' }
}

/**
 * The JSON Schema of manifests, generated from the schema that `parseManifest` uses; published as
 * `callgrade/rubrics/schema/manifest.schema.json`.
 */
export function manifestJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(manifestSchema()), title: 'callgrade/manifest@1' }
}
