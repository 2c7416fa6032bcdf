import { type StandardSchema, standardSchema } from '../../documents/standard-schema.js'
import type { AlertPolicy } from './alert-policy.js'
import { safeParseAlertPolicy } from './parse-alert-policy.js'

/**
 * Alert policies as a Standard Schema, for form libraries and servers; it finds what `safeParseAlertPolicy` finds.
 * @example
 * alertPolicyStandardSchema['~standard'].validate({}).issues?.[0]?.code //=> 'document/missing-key'
 */
export const alertPolicyStandardSchema: StandardSchema<AlertPolicy> =
  /* @__PURE__ */ standardSchema(safeParseAlertPolicy)
