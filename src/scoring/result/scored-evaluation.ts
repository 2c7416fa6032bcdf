import type { RawEvaluation } from '../evaluation/header-reader.js'
import type { FiredEffects } from '../rules/collect-effects.js'
import type { Judgement } from '../rules/judge-rules.js'
import type { ConditionInput } from '../run/condition-input.js'
import type { WeightPlan } from '../totals/weight-plan.js'

/** One evaluation with everything that the scoring steps gave: what was read, added up, judged and applied. */
export interface ScoredEvaluation extends ConditionInput {
  readonly raw: RawEvaluation
  readonly weights: WeightPlan
  readonly judgement: Judgement
  readonly effects: FiredEffects
  /** The final score; null where nothing of weight applied. */
  readonly score: number | null
}
