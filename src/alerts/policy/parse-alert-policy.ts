import { checkCondition } from '../../conditions/check-condition.js'
import { parseDocument } from '../../documents/reading/parse-document.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { OpaquePart } from '../../documents/schema/check-shape.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import type { PathSegment, Result } from '../../issues/issue.js'
import type { AlertPolicy } from './alert-policy.js'
import { alertPolicySchema } from './alert-policy-schema.js'
import { checkDeclared } from './checks/check-declared.js'
import { checkLevels } from './checks/check-levels.js'
import { checkRules } from './checks/check-rules.js'
import { PolicyFaults } from './checks/policy-faults.js'
import { ruleVocabulary } from './rule-vocabulary.js'

/** Policies that this module returned: sound, frozen, and not read again. */
const parsed = new WeakSet<object>()

/**
 * Reads an alert policy and checks everything that can be checked without findings. Bands are not looked up: they are
 * those of the rubrics, whichever these are.
 * @param input - JSON text (with or without a byte-order mark) or a value; a value is copied
 * @returns the policy as written, frozen
 * @throws CallgradeError with every fault that one pass finds: `document/...`, `alerts/...`, `conditions/...`
 * @example
 * parseAlertPolicy('{"format": "callgrade/alert-policy@1", "id": "mini", "version": "1", "title": "Mini", "fromScores": [{"kind": "veto"}], "levels": [{"id": "red"}], "rules": [{"id": "veto", "kinds": ["veto"], "groupBy": ["call"], "steps": [{"level": "red", "count": {"atLeast": 1}}]}]}').id
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
  let conditions: readonly RuleCondition[] = []
  const result = parseDocument(input, {
    format: 'callgrade/alert-policy@1',
    schema: alertPolicySchema,
    faults: PolicyFaults,
    opaqueParts: (value) => {
      conditions = conditionsOf(value)
      return conditions.map(({ part }) => part)
    },
    checkMeaning: (policy, faults) => checkMeaning(policy, conditions, faults),
  })
  if (result.success) parsed.add(result.data)
  return result
}

/** The condition of a rule of a document of unknown shape. */
interface RuleCondition {
  readonly part: OpaquePart
  readonly condition: unknown
  readonly path: readonly PathSegment[]
}

/** Has the shape of a condition. */
const ANY_CONDITION = { condition: 'any' }

function conditionsOf(document: object): readonly RuleCondition[] {
  const { rules } = document as { readonly rules?: unknown }
  if (!Array.isArray(rules)) return []
  return rules.flatMap((rule: unknown, index) =>
    typeof rule === 'object' && rule !== null && 'where' in rule
      ? [
          {
            part: { holder: rule, key: 'where', substitute: ANY_CONDITION },
            condition: rule.where,
            path: ['rules', index, 'where'],
          },
        ]
      : [],
  )
}

function checkMeaning(policy: AlertPolicy, conditions: readonly RuleCondition[], faults: PolicyFaults): void {
  checkDeclared(policy, faults)
  checkLevels(policy, faults)
  const scope = { vocabulary: ruleVocabulary(policy), conditionNames: new Set<string>(), leftOut: faults.leftOut }
  for (const { condition, path } of conditions) faults.drafts.push(...checkCondition(condition, path, scope))
  checkRules(policy, faults)
}
