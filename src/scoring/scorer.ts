import type { DocumentInput } from '../documents/reading/plain-copy.js'
import type { Result } from '../issues/issue.js'
import type { Rubric } from '../rubric/format/rubric.js'
import type { Evaluation } from './evaluation/evaluation.js'
import type { ExplainedScore } from './explanation/explanation.js'
import type { Score } from './score.js'

/**
 * A compiled rubric. Frozen; may be kept and shared without limit.
 * @typeParam R - the type of the rubric, whose ids its scores have
 */
export interface Scorer<R = Rubric> {
  /** The rubric as parsed, frozen. */
  readonly rubric: Rubric
  /**
   * Scores one evaluation, given as a value or as JSON text.
   * @throws CallgradeError with every fault of the evaluation: `evaluation/...`, `document/...`, `conditions/fact-...`
   */
  readonly score: (evaluation: DocumentInput<Evaluation>) => Score<R>
  /** Like `score`, with the faults in the result instead of thrown. */
  readonly safeScore: (evaluation: unknown) => Result<Score<R>>
  /** Scores one evaluation and explains it: share and points of every node, every rule, every effect. */
  readonly explain: (evaluation: DocumentInput<Evaluation>) => ExplainedScore<R>
}
