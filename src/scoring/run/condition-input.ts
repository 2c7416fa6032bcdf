import type { Totals } from '../totals/totals.js'
import type { Answers } from './answers.js'
import type { EvaluationHeader } from './evaluation-header.js'

/** Values that the conditions of a rubric can read while an evaluation is scored. */
export interface ConditionInput {
  readonly header: EvaluationHeader
  readonly answers: Answers
  /** `NO_TOTALS` while ratings are read: the conditions that are tested by then cannot refer to totals. */
  readonly totals: Totals
}
