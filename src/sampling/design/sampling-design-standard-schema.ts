import { type StandardSchema, standardSchema } from '../../documents/standard-schema.js'
import { safeParseSamplingDesign } from './parse-sampling-design.js'
import type { SamplingDesign } from './sampling-design.js'

/**
 * Sampling designs as a Standard Schema, for form libraries and servers; it finds what `safeParseSamplingDesign` finds.
 * @example
 * samplingDesignStandardSchema['~standard'].validate({}).issues?.[0]?.code //=> 'document/missing-key'
 */
export const samplingDesignStandardSchema: StandardSchema<SamplingDesign> =
  /* @__PURE__ */ standardSchema(safeParseSamplingDesign)
