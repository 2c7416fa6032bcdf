import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { ConditionInput } from '../run/condition-input.js'
import type { CompiledBonus, CompiledGate, CompiledRule, CompiledRules, CompiledVeto } from './compiled-rule.js'

/** The rules that fired, each kind in file order, and those that could not be decided. */
export interface Judgement {
  readonly vetoes: readonly CompiledVeto[]
  readonly gates: readonly CompiledGate[]
  readonly bonuses: readonly CompiledBonus[]
  /** Vetoes, then gates, then bonuses. */
  readonly undetermined: readonly CompiledRule[]
}

const NO_RULES: readonly never[] = Object.freeze([])

/** Tests every rule. Gates and bonuses depend on scores, so they are left out where nothing was scored. */
export function judgeRules({ vetoes, gates, bonuses }: CompiledRules, input: ConditionInput): Judgement {
  const undetermined: CompiledRule[] = []
  const fired = <Rule extends CompiledRule>(rules: readonly Rule[]): readonly Rule[] => {
    if (rules.length === 0) return NO_RULES
    const those: Rule[] = []
    for (const rule of rules) {
      const truth = rule.test(input)
      if (truth === true) those.push(rule)
      else if (truth === undefined) undetermined.push(rule)
    }
    return those
  }
  const isScored = input.totals.rawScore !== undefined
  return {
    vetoes: fired(vetoes),
    gates: isScored ? fired(gates) : NO_RULES,
    bonuses: isScored ? fired(bonuses) : NO_RULES,
    undetermined,
  }
}

/** Lists the rules that fired: vetoes, then gates, then bonuses. */
export function firedRules({ vetoes, gates, bonuses }: Judgement): readonly CompiledRule[] {
  return [...vetoes, ...gates, ...bonuses]
}

/** Makes an issue of each undecided rule whose rubric says `whenUnknown: "refuse"`. */
export function refusedRules({ undetermined }: Judgement): readonly IssueDraft[] {
  return undetermined
    .filter(({ refusesUnknown }) => refusesUnknown)
    .map(({ id, kind }) => ({
      code: 'evaluation/undetermined',
      path: ['facts'],
      received: excerptOf(id),
      details: { rule: id, kind },
    }))
}
