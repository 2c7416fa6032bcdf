import { checkCondition } from '../../conditions/checking/check-condition.js'
import { type CheckContext, documentParser } from '../../documents/document-parser.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { OpaquePart } from '../../documents/shape/opaque-part.js'
import type { PathSegment, Result } from '../../issues/issue.js'
import type { AlertPolicy } from './alert-policy.js'
import { alertPolicySchema } from './alert-policy-schema.js'
import { checkDeclared } from './checks/check-declared.js'
import { checkLevels } from './checks/check-levels.js'
import { checkRules } from './checks/check-rules.js'
import { PolicyFaults } from './checks/policy-faults.js'
import { ruleVocabulary } from './rule-vocabulary.js'

const parser = /* @__PURE__ */ documentParser({
  format: 'callgrade/alert-policy@1',
  schema: alertPolicySchema,
  faults: PolicyFaults,
  find: findConditions,
  check: checkPolicy,
})

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
  return parser.parse(input)
}

/**
 * Parses like `parseAlertPolicy`, with the issues in the result instead of thrown.
 * @example
 * safeParseAlertPolicy('{}').issues?.[0].code //=> 'document/missing-key'
 */
export function safeParseAlertPolicy(input: unknown): Result<AlertPolicy> {
  return parser.safeParse(input)
}

/** The condition of a rule of a document of unknown shape. */
interface RuleCondition {
  readonly condition: unknown
  readonly path: readonly PathSegment[]
}

interface FoundConditions {
  readonly parts: readonly OpaquePart[]
  readonly conditions: readonly RuleCondition[]
}

/** Has the shape of a condition. */
const ANY_CONDITION = { condition: 'any' }

function findConditions(document: object): FoundConditions {
  const parts: OpaquePart[] = []
  const conditions: RuleCondition[] = []
  const { rules } = document as { readonly rules?: unknown } // of unknown shape
  for (const [index, rule] of Array.isArray(rules) ? rules.entries() : []) {
    if (typeof rule !== 'object' || rule === null || !('where' in rule)) continue
    parts.push({ holder: rule, key: 'where', substitute: ANY_CONDITION })
    conditions.push({ condition: rule.where, path: ['rules', index, 'where'] })
  }
  return { parts, conditions }
}

function checkPolicy(policy: AlertPolicy, faults: PolicyFaults, { found }: CheckContext<FoundConditions>): void {
  checkDeclared(policy, faults)
  checkLevels(policy, faults)
  const scope = { vocabulary: ruleVocabulary(policy), conditionNames: new Set<string>(), leftOut: faults.leftOut }
  for (const { condition, path } of found.conditions) faults.drafts.push(...checkCondition(condition, path, scope))
  checkRules(policy, faults)
}
