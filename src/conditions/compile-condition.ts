import * as z from 'zod'
import { checkShape } from '../documents/check-shape.js'
import { once } from '../documents/once.js'
import { readDocument } from '../documents/read-document.js'
import { strictObject } from '../documents/schema-parts.js'
import { throwIssues } from '../issues/throw-issues.js'
import { checkCondition, checkNamedConditions } from './check-condition.js'
import { factSource } from './check-fact.js'
import {
  ConditionCompiler,
  type ConditionExplanation,
  decisiveLeaves,
  type LeafExplanation,
  type Truth,
} from './compile-node.js'
import type { Condition, ConditionScope, Facts } from './condition.js'
import { conditionSchema, factDefinitionSchema } from './condition-schema.js'
import { vocabularyOf } from './vocabulary.js'

/** A condition ready to be tested, as often as wanted. */
export interface CompiledCondition {
  /**
   * True, false, or undefined where missing facts leave it open.
   * @throws CallgradeError `conditions/fact-type` or `conditions/fact-value` where a fact is not as declared
   */
  readonly test: (facts: Facts) => boolean | undefined
  /** The whole tree with the outcome of each part, and the leaves that decided. */
  readonly explain: (facts: Facts) => ExplainedCondition
}

/** Why a condition came out as it did. */
export interface ExplainedCondition {
  readonly result: boolean | undefined
  /** The leaves that decided, with the values they saw. */
  readonly decidedBy: readonly LeafExplanation[]
  readonly tree: ConditionExplanation
}

/**
 * Compiles a condition of the strict subset of json-rules-engine's rule language into synchronous closures over the
 * package's own operators. A leaf whose fact is missing is unknown; all, any and not follow Kleene's three values.
 * With all facts present the answer equals `Engine.run`'s.
 * @param condition - JSON text or value
 * @param scope - the declared facts and named conditions
 * @throws CallgradeError `conditions/...` or `document/...` with every fault of condition and scope
 * @example
 * const late = compileCondition({ all: [{ fact: 'wait', operator: 'greaterThan', value: 30 }] }, { facts: { wait: { type: 'number' } } })
 * late.test({ wait: 45 }) //=> true
 * late.test({}) //=> undefined
 * late.explain({ wait: 45 }).decidedBy[0].actual //=> 45
 */
export function compileCondition(condition: Condition | string, scope: ConditionScope): CompiledCondition {
  const { facts, conditions } = checkedScope(scope)
  const checkScope = { vocabulary: vocabularyOf(facts), conditionNames: new Set(Object.keys(conditions)) }
  const document = readDocument(condition)
  const drafts = document.value === undefined ? [] : checkCondition(document.value, [], checkScope)
  if (drafts.length === 0 && document.value !== undefined) {
    const named = new Map(Object.entries(conditions).map(([name, value]) => [name, { condition: value, path: [] }]))
    drafts.push(...checkNamedConditions(named, [{ condition: document.value, path: [] }]))
  }
  throwIssues([...document.issues, ...drafts.map(document.issue)])

  const source = factSource(facts)
  // Checked above: the value has a condition's shape.
  const compiled = new ConditionCompiler(source, conditions).compile(document.value as Condition)
  return Object.freeze({
    test: compiled.test,
    explain: (values: Facts): ExplainedCondition => {
      const tree = compiled.explain(values)
      const result: Truth = compiled.test(values)
      return { result, decidedBy: decisiveLeaves(tree), tree }
    },
  })
}

const scopeSchema = once(() =>
  strictObject({
    facts: z.record(z.string(), factDefinitionSchema()),
    conditions: z.record(z.string(), conditionSchema()).exactOptional(),
  }),
)

function checkedScope(scope: ConditionScope): {
  facts: ConditionScope['facts']
  conditions: Readonly<Record<string, Condition>>
} {
  const document = readDocument(scope)
  const shaped = checkShape<ConditionScope>(document, scopeSchema() as z.ZodType<ConditionScope>)
  const raw = document.value as { readonly conditions?: Readonly<Record<string, unknown>> } | undefined
  const named = new Map(
    Object.entries(raw?.conditions ?? {}).map(([name, condition]) => [name, { condition, path: ['conditions', name] }]),
  )
  const checkScope = {
    vocabulary: vocabularyOf(shaped.data?.facts ?? {}),
    conditionNames: new Set(named.keys()),
    leftOut: shaped.leftOut,
  }
  const drafts = [...named.values()].flatMap(({ condition, path }) => checkCondition(condition, path, checkScope))
  if (drafts.length === 0) drafts.push(...checkNamedConditions(named, []))
  throwIssues([...document.issues, ...shaped.issues, ...drafts.map(document.issue)])
  return { facts: shaped.data?.facts ?? {}, conditions: shaped.data?.conditions ?? {} }
}
