import { type CompiledCondition, compileCondition } from '../../conditions/compile-condition.js'
import type { Facts } from '../../conditions/condition.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { AlertLevel, AlertPolicy, AlertRule, AlertStep } from './alert-policy.js'
import { FINDING_FACTS } from './condition-facts.js'
import { parseAlertPolicy } from './parse-alert-policy.js'

/** A policy ready to be applied. */
export interface CompiledPolicy {
  readonly policy: AlertPolicy
  readonly rules: readonly CompiledRule[]
  readonly levels: ReadonlyMap<string, AlertLevel>
  /** Returns 0 for the gravest level; for an undeclared one the number of levels. */
  readonly rankOf: (level: string) => number
}

/** A rule ready to be applied. */
export interface CompiledRule {
  readonly source: AlertRule
  readonly kinds: ReadonlySet<string>
  readonly where?: {
    readonly test: CompiledCondition['test']
    /** Returns the absent fact that leaves the condition unknown. */
    readonly missing: (facts: Facts) => string
  }
  /** Gravest first. */
  readonly steps: readonly AlertStep[]
}

const compiled = new WeakMap<AlertPolicy, CompiledPolicy>()

/**
 * Reads and compiles a policy, once each.
 * @throws CallgradeError as `parseAlertPolicy`
 */
export function compilePolicy(input: DocumentInput<AlertPolicy>): CompiledPolicy {
  const policy = parseAlertPolicy(input)
  let known = compiled.get(policy)
  if (!known) {
    const ranks = new Map(policy.levels.map(({ id }, rank) => [id, rank]))
    const rankOf = (level: string): number => ranks.get(level) ?? policy.levels.length
    const rules = policy.rules.map((rule) => compileRule(rule, policy, rankOf))
    known = { policy, rules, levels: new Map(policy.levels.map((level) => [level.id, level])), rankOf }
    compiled.set(policy, known)
  }
  return known
}

function compileRule(source: AlertRule, policy: AlertPolicy, rankOf: CompiledPolicy['rankOf']): CompiledRule {
  const steps = [...source.steps].sort((a, b) => rankOf(a.level) - rankOf(b.level))
  const rule = { source, kinds: new Set(source.kinds), steps }
  if (!source.where) return rule
  const condition = compileCondition(source.where, { facts: { ...policy.facts, ...FINDING_FACTS } })
  const missing = (facts: Facts): string =>
    condition.explain(facts).decidedBy.find(({ outcome }) => outcome === 'unknown')?.fact ?? ''
  return { ...rule, where: { test: condition.test, missing } }
}
