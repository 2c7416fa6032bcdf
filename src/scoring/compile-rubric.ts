import { CallgradeError } from '../issues/callgrade-error.js'
import { parseRubric } from '../rubric/format/parse-rubric.js'
import type { Rubric } from '../rubric/format/rubric.js'
import { compileParts } from './compiled-rubric.js'
import { EvaluationScorer } from './evaluation-scorer.js'
import type { Scorer } from './scorer.js'

/** A rubric whose type says less than `Rubric`, such as an imported JSON file; it is checked all the same. */
export type RubricLike = {
  readonly format: string
  readonly id: string
  readonly version: string
  readonly title: unknown
  readonly sections: readonly object[]
  readonly result: object
}

/**
 * Compiles the JSON text of a rubric to a scorer.
 * @throws CallgradeError with every fault of the rubric, as `parseRubric`
 */
export function compileRubric(rubric: string): Scorer
/**
 * Compiles a rubric to a scorer. Scores are exact: they equal rational arithmetic on the decimal numbers in the
 * files, rounded once.
 * @param rubric - a value, which is copied. Scores of a rubric that is written in place, or `as const`,
 * have the ids of its sections, items, vetoes, gates, bonuses, families and bands as their types
 * @throws CallgradeError with every fault of the rubric, as `parseRubric`
 * @example
 * const scorer = compileRubric({
 *   format: 'callgrade/rubric@1', id: 'mini', version: '1', title: 'Mini',
 *   scales: { five: { levels: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }] } }, defaultScale: 'five',
 *   sections: [{ id: 'talk', items: [{ id: 'greeting', weight: 2 }, { id: 'answer', weight: 1 }] }],
 *   result: { passMark: 80 },
 * })
 * scorer.score({ id: 'e1', rubric: 'mini', ratings: { greeting: 5, answer: 4 } }).score
 * //=> 93.33
 */
export function compileRubric<const R extends Rubric>(rubric: R): Scorer<R>
/**
 * Compiles a rubric to a scorer, given as text, as a value or as a value whose type says less.
 * @throws CallgradeError with every fault of the rubric, as `parseRubric`
 */
export function compileRubric(rubric: string | Rubric | RubricLike): Scorer
export function compileRubric(rubric: string | Rubric | RubricLike): Scorer {
  const compiled = compileParts(parseRubric(rubric))
  const scorer = new EvaluationScorer(compiled)
  return Object.freeze<Scorer>({
    rubric: compiled.rubric,
    score: (evaluation) => scorer.score(evaluation),
    safeScore: (evaluation) => {
      try {
        return { success: true, data: scorer.score(evaluation) }
      } catch (error) {
        if (error instanceof CallgradeError) return { success: false, issues: error.issues }
        throw error
      }
    },
    explain: (evaluation) => scorer.explain(evaluation),
  })
}
