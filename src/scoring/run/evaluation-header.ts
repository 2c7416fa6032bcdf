import type { CivilDate } from '../../documents/time/civil-date.js'
import type { WeightPlan } from '../totals/weight-plan.js'

/** Settings from the keys of an evaluation other than ratings, marks and facts. */
export interface EvaluationHeader {
  readonly businessType: string | undefined
  /** Local date of the call; undefined where the evaluation has none, or a period. */
  readonly date: CivilDate | undefined
  /** The weights of this business type and date; undefined where an issue was reported instead. */
  readonly weights: WeightPlan | undefined
}
