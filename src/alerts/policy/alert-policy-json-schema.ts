import * as z from 'zod/mini'
import type { JsonSchema } from '../../documents/schema/json-schema.js'
import { alertPolicySchema } from './alert-policy-schema.js'

/**
 * Returns the JSON Schema of alert policies, generated from the schema that `parseAlertPolicy` uses; published as
 * `callgrade/rubrics/schema/alert-policy.schema.json`.
 */
export function alertPolicyJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(alertPolicySchema()), title: 'callgrade/alert-policy@1' }
}
