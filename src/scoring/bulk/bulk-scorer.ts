import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { readDocument } from '../../documents/reading/read-document.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import { issueOf } from '../../issues/issue-of.js'
import type { Evaluation } from '../evaluation/evaluation.js'
import type { FailedScore, Score } from '../score.js'
import type { Scorer } from '../scorer.js'
import { ScorerSelection } from './scorer-selection.js'

/** An evaluation as a value or as JSON text. */
export type EvaluationInput = DocumentInput<Evaluation>

/** Options of `scoreAll`. */
export interface ScoreAllOptions<Outcome extends Score = Score> {
  /** Scores one evaluation, such as `(scorer, evaluation) => scorer.explain(evaluation)`. @defaultValue `score` */
  readonly with?: (scorer: Scorer, evaluation: EvaluationInput) => Outcome
}

/** Makes the step of `scoreAll` for callers that have evaluations in hand: it gives the score of the next one, or its faults. */
export function bulkScorer<Outcome extends Score = Score>(
  scorers: Scorer | readonly Scorer[],
  options: ScoreAllOptions<Outcome> = {},
): (evaluation: EvaluationInput) => Outcome | FailedScore {
  const selection = new ScorerSelection(isList(scorers) ? scorers : [scorers])
  // Without `with`, the outcome is a plain score.
  const { with: score = (scorer, evaluation) => scorer.score(evaluation) as Outcome } = options
  let next = 0
  return (evaluation) => {
    const index = next++
    let id: string | undefined
    try {
      // With one scorer the text is read once, by the scorer, which describes faults best.
      if (selection.only) return score(selection.only, evaluation)
      const document = typeof evaluation === 'string' ? readDocument(evaluation) : undefined
      const value = document ? document.value : evaluation
      id = idOf(value)
      const scorer = selection.scorerFor(value, document?.issue ?? ((draft) => issueOf(draft, undefined)))
      return score(scorer ?? selection.first, evaluation)
    } catch (error) {
      if (!(error instanceof CallgradeError)) throw error
      id ??= idOf(typeof evaluation === 'string' ? readDocument(evaluation).value : evaluation)
      return { ...(id !== undefined && { evaluationId: id }), index, error: { code: error.code, issues: error.issues } }
    }
  }
}

function isList(scorers: Scorer | readonly Scorer[]): scorers is readonly Scorer[] {
  return Array.isArray(scorers)
}

function idOf(value: unknown): string | undefined {
  try {
    if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
    return typeof value.id === 'string' && value.id !== '' ? value.id : undefined
  } catch {
    // An accessor of the caller threw; the scorer reports it.
    return undefined
  }
}
