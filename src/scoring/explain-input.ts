import type { LeafExplanation } from '../conditions/compile-node.js'
import type { Form, FormNode } from '../rubric/form.js'
import type { Rounding, Rubric } from '../rubric/rubric.js'
import type { ExactTotal } from './exact-total.js'
import type { RawEvaluation } from './read-header.js'
import type { CompiledRules, FiredEffects, Judgement } from './rules.js'
import type { Run } from './run.js'
import type { Score } from './score.js'

/** All that an explanation is made of. */
export interface ExplainInput {
  readonly rubric: Rubric
  readonly form: Form
  readonly run: Run
  readonly raw: RawEvaluation
  readonly score: Score
  readonly rules: CompiledRules
  readonly judgement: Judgement
  readonly effects: FiredEffects
  readonly exact: ExactTotal
  readonly decimals: number
  readonly rounding: Rounding
  /** Why an `appliesWhen` came out false. */
  readonly whyNot: (node: FormNode) => readonly LeafExplanation[]
}
