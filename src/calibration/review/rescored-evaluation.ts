import type { Score } from '../../scoring/index.js'

/** An old evaluation, scored by the old version of its rubric and by the new one. */
export interface RescoredEvaluation {
  readonly evaluationId: string
  readonly before: Score
  readonly after: Score
  /** After less before; null where one is not scored. */
  readonly difference: number | null
  readonly changesBand: boolean
  readonly changesVerdict: boolean
  /** Ids of items, sections, vetoes, bonuses and facts that the new version does not have. */
  readonly dropped: readonly string[]
}
