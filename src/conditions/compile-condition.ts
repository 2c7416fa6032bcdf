import * as z from 'zod/mini'
import { once } from '../documents/once.js'
import type { DocumentInput } from '../documents/reading/plain-copy.js'
import { readDocument } from '../documents/reading/read-document.js'
import { optional } from '../documents/schema/optional.js'
import { strictObject } from '../documents/schema/strict-object.js'
import { checkShape } from '../documents/shape/check-shape.js'
import type { Issue } from '../issues/issue.js'
import { throwIssues } from '../issues/throw-issues.js'
import { checkCondition } from './checking/check-condition.js'
import { checkNamedConditions } from './checking/check-named-conditions.js'
import type { CheckScope } from './checking/check-scope.js'
import {
  ConditionCompiler,
  type ConditionExplanation,
  decisiveLeaves,
  type LeafExplanation,
  type Truth,
} from './compiled-node.js'
import type { Condition, ConditionScope, Facts } from './condition.js'
import { conditionSchema, factDefinitionSchema } from './condition-schema.js'
import { FactChecker } from './fact-checker.js'
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
export function compileCondition(condition: DocumentInput<Condition>, scope: ConditionScope): CompiledCondition {
  const read = readScope(scope)
  const document = readDocument(condition)
  const drafts =
    document.value === undefined || !read.isReadable ? [] : checkCondition(document.value, [], read.checkScope)
  if (document.value !== undefined && drafts.length === 0 && read.issues.length === 0) {
    drafts.push(...checkNamedConditions(read.named, [{ condition: document.value, path: [] }]))
  }
  throwIssues([...read.issues, ...document.issues, ...drafts.map(document.issue)])

  const facts = new FactChecker(read.facts)
  // Checked above: the values have a condition's shape.
  const named = Object.fromEntries([...read.named].map(([name, { condition: value }]) => [name, value as Condition]))
  const compiled = new ConditionCompiler(facts.source, named).compile(document.value as Condition)
  const test = (values: Facts): Truth => {
    facts.check(values)
    return compiled.test(values)
  }
  return Object.freeze({
    test,
    explain: (values: Facts): ExplainedCondition => {
      facts.check(values)
      const tree = compiled.explain(values)
      return { result: compiled.test(values), decidedBy: decisiveLeaves(tree), tree }
    },
  })
}

const scopeSchema: () => z.ZodMiniType<ConditionScope> = once(() =>
  strictObject({
    facts: z.record(z.string(), factDefinitionSchema()),
    conditions: optional(z.record(z.string(), conditionSchema())),
  }),
)

/** A scope as far as it could be read, with all its faults. */
interface ReadScope {
  readonly facts: ConditionScope['facts']
  readonly named: ReadonlyMap<string, { readonly condition: unknown; readonly path: readonly string[] }>
  readonly checkScope: CheckScope
  /** Whether the scope could be read; without its facts, a condition would report one fault per leaf. */
  readonly isReadable: boolean
  readonly issues: readonly Issue[]
}

function readScope(scope: ConditionScope): ReadScope {
  const document = readDocument(scope)
  const named = new Map<string, { condition: unknown; path: readonly string[] }>()
  const shaped = checkShape(document, scopeSchema(), (value) => {
    const { conditions } = value as { readonly conditions?: unknown }
    if (typeof conditions !== 'object' || conditions === null || Array.isArray(conditions)) return []
    for (const [name, condition] of Object.entries(conditions))
      named.set(name, { condition, path: ['conditions', name] })
    return [...named.keys()].map((key) => ({ holder: conditions, key, substitute: { condition: 'any' } }))
  })
  const facts = shaped.data?.facts ?? {}
  const checkScope = {
    vocabulary: vocabularyOf(facts),
    conditionNames: new Set(named.keys()),
    leftOut: shaped.leftOut,
  }
  const isReadable = shaped.data !== undefined
  const drafts = isReadable
    ? [...named.values()].flatMap(({ condition, path }) => checkCondition(condition, path, checkScope))
    : []
  if (drafts.length === 0) drafts.push(...checkNamedConditions(named, []))
  return {
    facts,
    named,
    checkScope,
    isReadable,
    issues: [...document.issues, ...shaped.issues, ...drafts.map(document.issue)],
  }
}
