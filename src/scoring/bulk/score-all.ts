import type { FailedScore, Score } from '../score.js'
import type { Scorer } from '../scorer.js'
import { bulkScorer, type EvaluationInput, type ScoreAllOptions } from './bulk-scorer.js'

/**
 * Scores evaluations one after the other, in order, in constant memory. A faulty one yields its faults in its place
 * and the rest are scored. Among several scorers, the rubric that the evaluation names is used; among several
 * versions of a rubric, that of `rubricVersion`, else the one that is effective on the date of the call.
 * @param scorers - one or several, from `compileRubric`
 * @param evaluations - any iterable or async iterable of values or JSON texts
 * @throws CallgradeError `scoring/wrong-call` without a scorer, `scoring/ambiguous-rubric` with two of one version
 * @example
 * for await (const outcome of scoreAll(scorer, evaluations)) {
 *   if ('error' in outcome) report(outcome.error.issues)
 *   else keep(outcome.score)
 * }
 */
export async function* scoreAll<Outcome extends Score = Score>(
  scorers: Scorer | readonly Scorer[],
  evaluations: Iterable<EvaluationInput> | AsyncIterable<EvaluationInput>,
  options: ScoreAllOptions<Outcome> = {},
): AsyncGenerator<Outcome | FailedScore, void, undefined> {
  const scoreNext = bulkScorer(scorers, options)
  for await (const evaluation of evaluations) yield scoreNext(evaluation)
}
