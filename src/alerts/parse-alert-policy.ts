import type { OpaquePart } from '../documents/check-shape.js'
import { DocumentFaults } from '../documents/document-faults.js'
import { parseDocument } from '../documents/parse-document.js'
import type { DocumentInput } from '../documents/plain-value.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import type { Result } from '../issues/issue.js'
import type { AlertPolicy } from './alert-policy.js'
import { alertPolicySchema } from './alert-policy-schema.js'
import { checkAlertPolicy, type RuleCondition } from './check-alert-policy.js'

/** Policies that this module returned: sound, frozen, and not read again. */
const parsed = new WeakSet<object>()

/**
 * Reads an alert policy.
 * @param input - JSON text or a value; a value is copied
 * @returns the policy as written, frozen
 * @throws CallgradeError with every fault that one pass finds: `document/...`, `alerts/...`, `conditions/...`
 * @example
 * parseAlertPolicy('{"format": "callgrade/alert-policy@1", "id": "mini", "version": "1", "title": "Mini", "levels": [{"id": "red"}], "rules": [{"id": "veto", "kinds": ["veto"], "groupBy": ["call"], "steps": [{"level": "red", "count": {"atLeast": 1}}]}]}').id
 * //=> 'mini'
 */
export function parseAlertPolicy(input: DocumentInput<AlertPolicy>): AlertPolicy {
  const result = safeParseAlertPolicy(input)
  if (!result.success) throw new CallgradeError(result.issues)
  return result.data
}

/**
 * Like `parseAlertPolicy`, with the faults in the result instead of thrown.
 * @example
 * safeParseAlertPolicy('{}').issues?.[0].code //=> 'document/missing-key'
 */
export function safeParseAlertPolicy(input: DocumentInput<AlertPolicy>): Result<AlertPolicy> {
  if (typeof input === 'object' && input !== null && parsed.has(input))
    return { success: true, data: input as AlertPolicy }
  let conditions: readonly FoundCondition[] = []
  const result = parseDocument(input, {
    format: 'callgrade/alert-policy@1',
    schema: alertPolicySchema,
    faults: DocumentFaults,
    opaqueParts: (value) => {
      conditions = conditionsOf(value)
      return conditions.map(({ part }) => part)
    },
    checkMeaning: (policy, faults, isComplete) => checkAlertPolicy(policy, conditions, faults, isComplete),
  })
  if (result.success) parsed.add(result.data)
  return result
}

interface FoundCondition extends RuleCondition {
  /** Where it stands, for the check of the shape to pass over. */
  readonly part: OpaquePart
}

/** Has the shape of a condition. */
const ANY_CONDITION = { condition: 'any' }

/** The conditions of the rules of a document of unknown shape. */
function conditionsOf(document: object): readonly FoundCondition[] {
  const { rules } = document as { readonly rules?: unknown }
  if (!Array.isArray(rules)) return []
  return rules.flatMap((rule: unknown, index) => {
    if (typeof rule !== 'object' || rule === null || !Object.hasOwn(rule, 'where')) return []
    const { where } = rule as { readonly where: unknown }
    const part = { holder: rule, key: 'where', substitute: ANY_CONDITION }
    return [{ part, condition: where, path: ['rules', index, 'where'] }]
  })
}
