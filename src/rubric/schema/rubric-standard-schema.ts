import { type StandardSchema, standardSchema } from '../../documents/standard-schema.js'
import { safeParseRubric } from '../format/parse-rubric.js'
import type { Rubric } from '../format/rubric.js'

/**
 * Rubrics as a Standard Schema, for form libraries and servers; it finds what `safeParseRubric` finds.
 * @example
 * rubricStandardSchema['~standard'].validate({}).issues?.[0]?.code //=> 'document/missing-key'
 */
export const rubricStandardSchema: StandardSchema<Rubric> = /* @__PURE__ */ standardSchema(safeParseRubric)
