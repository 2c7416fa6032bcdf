import seedrandom from 'seedrandom'
import type { Rubric } from '../../src/rubric/format/rubric.js'
import { compileRubric } from '../../src/scoring/compile-rubric.js'
import type { Evaluation } from '../../src/scoring/evaluation/evaluation.js'
import type { Scorer } from '../../src/scoring/scorer.js'
import type { EvaluationDocument, RubricDocument } from '../reference/documents.js'
import { randomEvaluation, randomRubric } from '../reference/random-rubric.js'

/** A random rubric with evaluations of it; all of it follows from the seed. */
export interface RandomCase {
  readonly seed: string
  readonly rubric: RubricDocument
  readonly scorer: Scorer
  readonly evaluations: readonly EvaluationDocument[]
}

/** Makes one case; run it again with the seed that a failure names. */
export function randomCase(seed: string): RandomCase {
  const random = seedrandom(seed)
  const rubric = randomRubric(random)
  const evaluations = Array.from({ length: 6 + Math.floor(random() * 5) }, () => randomEvaluation(random, rubric))
  return { seed, rubric, scorer: scorerOf(rubric), evaluations }
}

/** The documents of the reference have loose types of their own: the scorer checks what they hold. */
export function scorerOf(rubric: RubricDocument): Scorer {
  return compileRubric(rubric as unknown as Rubric)
}

export function evaluationOf(evaluation: EvaluationDocument): Evaluation {
  return evaluation as unknown as Evaluation
}
