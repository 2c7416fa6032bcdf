import type { LeafExplanation } from '../../conditions/compiled-node.js'
import type { Form, FormNode } from '../../rubric/format/form.js'
import type { Rounding, Rubric } from '../../rubric/format/rubric.js'
import type { RawEvaluation } from '../evaluation/header-reader.js'
import type { CompiledRules, FiredEffects, Judgement } from '../rules/compile-rules.js'
import type { Run } from '../run.js'
import type { Score } from '../score.js'
import type { ExactTotal } from '../totals/exact-total.js'

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
