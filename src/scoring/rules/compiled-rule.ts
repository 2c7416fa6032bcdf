import type { ConditionExplanation, Truth } from '../../conditions/compiled-node.js'
import type { Bonus, Effect, FailEffect, Gate, Veto } from '../../rubric/format/rubric.js'
import type { Answers } from '../run/answers.js'
import type { ConditionInput } from '../run/condition-input.js'

/** A compiled veto, gate or bonus. */
export type CompiledRule = CompiledVeto | CompiledGate | CompiledBonus

interface RuleBase {
  readonly id: string
  /** True: fires; undefined: undecided. */
  readonly test: (input: ConditionInput) => Truth
  /** Number of times that the rule's `deduct` counts when it fires. */
  readonly times: (answers: Answers) => number
  readonly explainWhen: ((input: ConditionInput) => ConditionExplanation) | undefined
  readonly effects: readonly (Effect | FailEffect)[]
  /** Whether an evaluation is refused where the rule is undecided. */
  readonly refusesUnknown: boolean
}

/** A compiled veto. */
export interface CompiledVeto extends RuleBase {
  readonly kind: 'veto'
  readonly source: Veto
  /** Whether everything the veto depends on was not applicable, so that it decides nothing about its family. */
  readonly isNotApplicable: (answers: Answers) => boolean
}

/** A compiled gate. */
export interface CompiledGate extends RuleBase {
  readonly kind: 'gate'
  readonly source: Gate
}

/** A compiled bonus. */
export interface CompiledBonus extends RuleBase {
  readonly kind: 'bonus'
  readonly source: Bonus
}

/** The rules of a rubric, each kind in file order. */
export interface CompiledRules {
  readonly vetoes: readonly CompiledVeto[]
  readonly gates: readonly CompiledGate[]
  readonly bonuses: readonly CompiledBonus[]
}
