import type { CompiledRubric } from '../compiled-rubric.js'
import type { ScoredEvaluation } from '../result/scored-evaluation.js'
import type { Score } from '../score.js'
import type { ExactTotal } from '../totals/exact-total.js'

/** Everything that an explanation is made of. */
export interface ExplainInput {
  readonly compiled: CompiledRubric
  readonly scored: ScoredEvaluation
  readonly score: Score
  readonly exact: ExactTotal
}
