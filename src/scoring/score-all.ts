import type { DocumentInput } from '../documents/reading/plain-copy.js'
import { readDocument } from '../documents/reading/read-document.js'
import { isWithin } from '../documents/time/civil-date.js'
import { localDates, parseInstant } from '../documents/time/instant.js'
import { alternatives } from '../issues/alternatives.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { Issue } from '../issues/issue.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import { issueOf } from '../issues/issue-of.js'
import { nearestName } from '../issues/nearest-name.js'
import type { Evaluation } from './evaluation/evaluation.js'
import type { FailedScore, Score, ScoreOutcome } from './score.js'
import type { Scorer } from './scorer.js'

/** What evaluations may come as: values or JSON texts. */
export type EvaluationInput = DocumentInput<Evaluation>

/** How `scoreAll` scores. */
export interface ScoreAllOptions<Outcome extends Score = Score> {
  /** What to make of each evaluation, such as `(scorer, evaluation) => scorer.explain(evaluation)`. @defaultValue `score` */
  readonly with?: (scorer: Scorer, evaluation: EvaluationInput) => Outcome
}

/**
 * Scores evaluations one after the other, in order, in constant memory. A faulty one yields its faults in its place
 * and the rest are scored. Of several scorers the one is taken whose rubric the evaluation names; of several versions
 * of a rubric the one of `rubricVersion`, else the one that is effective on the date of the call.
 * @param scorers - one or several, from `compileRubric`
 * @param evaluations - any iterable or async iterable of values or JSON texts
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

/** What `scoreAll` does with each evaluation, for one who has them in hand: the next one's score, or its faults. */
export function bulkScorer<Outcome extends Score = Score>(
  scorers: Scorer | readonly Scorer[],
  options: ScoreAllOptions<Outcome> = {},
): (evaluation: EvaluationInput) => Outcome | FailedScore {
  const selection = new ScorerSelection(isList(scorers) ? scorers : [scorers])
  const { with: make = (scorer, evaluation) => scorer.score(evaluation) as Outcome } = options
  let index = 0
  return (evaluation) => outcomeOf(selection, evaluation, index++, make)
}

function isList(scorers: Scorer | readonly Scorer[]): scorers is readonly Scorer[] {
  return Array.isArray(scorers)
}

function outcomeOf<Outcome extends Score>(
  selection: ScorerSelection,
  input: EvaluationInput,
  index: number,
  make: (scorer: Scorer, evaluation: EvaluationInput) => Outcome,
): Outcome | FailedScore {
  let id: string | undefined
  try {
    // With one scorer the text is read once, by the scorer itself, which says best what is wrong.
    if (selection.only) return make(selection.only, input)
    const document = typeof input === 'string' ? readDocument(input) : undefined
    const value = document ? document.value : input
    id = idOf(value)
    const scorer = selection.scorerFor(value, document?.issue ?? ((draft) => issueOf(draft, undefined)))
    return make(scorer ?? selection.first, input)
  } catch (error) {
    if (!(error instanceof CallgradeError)) throw error
    id ??= idOf(typeof input === 'string' ? readDocument(input).value : input)
    return { ...(id !== undefined && { evaluationId: id }), index, error: { code: error.code, issues: error.issues } }
  }
}

function idOf(value: unknown): string | undefined {
  try {
    if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
    return typeof value.id === 'string' && value.id !== '' ? value.id : undefined
  } catch {
    // An accessor of the caller's own threw, which the scorer tells of.
    return undefined
  }
}

/** Tells whether an outcome of `scoreAll` is a failure. */
export function isFailedScore(outcome: ScoreOutcome): outcome is FailedScore {
  return 'error' in outcome
}

/** Picks the scorer for an evaluation. */
class ScorerSelection {
  readonly first: Scorer
  readonly only: Scorer | undefined
  private readonly byRubric = new Map<
    string,
    { readonly scorer: Scorer; readonly dateOf: (instant: number) => string }[]
  >()

  constructor(scorers: readonly Scorer[]) {
    const [first] = scorers
    if (!first)
      throw new CallgradeError([
        issueOf(
          { code: 'scoring/wrong-call', path: [], expected: 'Scorer | [Scorer, ...]', received: '[]' },
          undefined,
        ),
      ])
    this.first = first
    this.only = scorers.length === 1 ? first : undefined
    for (const scorer of scorers) {
      const { id, version, timeZone = 'UTC' } = scorer.rubric
      const versions = this.byRubric.get(id) ?? []
      if (versions.some((other) => other.scorer.rubric.version === version)) {
        throw new CallgradeError([
          issueOf({ code: 'scoring/ambiguous-rubric', path: [], received: excerptOf(`${id} ${version}`) }, undefined),
        ])
      }
      this.byRubric.set(id, [...versions, { scorer, dateOf: localDates(timeZone) }])
    }
  }

  /** Undefined where the evaluation is so far off that any scorer tells what is wrong. */
  scorerFor(evaluation: unknown, issue: (draft: IssueDraft) => Issue): Scorer | undefined {
    if (typeof evaluation !== 'object' || evaluation === null || Array.isArray(evaluation)) return undefined
    const { rubric, rubricVersion, callAt, period } = evaluation as Partial<Record<keyof Evaluation, unknown>>
    if (typeof rubric !== 'string' || rubric === '') return undefined
    const versions = this.byRubric.get(rubric)
    if (!versions) {
      const suggestion = nearestName(rubric, this.byRubric.keys())
      throw new CallgradeError([
        issue({
          code: 'scoring/no-rubric',
          path: ['rubric'],
          expected: alternatives(this.byRubric.keys()),
          received: excerptOf(rubric),
          ...(suggestion !== undefined && { suggestion }),
        }),
      ])
    }
    if (rubricVersion !== undefined) {
      const exact = versions.find(({ scorer }) => scorer.rubric.version === rubricVersion)
      if (exact) return exact.scorer
      throw new CallgradeError([
        issue({
          code: 'scoring/no-rubric',
          path: ['rubricVersion'],
          expected: alternatives(versions.map(({ scorer }) => scorer.rubric.version)),
          received: excerptOf(rubricVersion),
        }),
      ])
    }
    const [single, ...others] = versions
    if (others.length === 0) return single?.scorer
    const from =
      typeof period === 'object' && period !== null && 'from' in period && typeof period.from === 'string'
        ? period.from
        : undefined
    const instant = typeof callAt === 'string' ? parseInstant(callAt) : Number.NaN
    const fitting = versions.filter(({ scorer, dateOf }) => {
      const date = Number.isNaN(instant) ? from : dateOf(instant)
      return date !== undefined && isWithin(date, scorer.rubric.effective ?? {})
    })
    const [fits, ...more] = fitting
    if (fits && more.length === 0) return fits.scorer
    const code = fits ? 'scoring/ambiguous-rubric' : 'scoring/no-rubric'
    throw new CallgradeError([
      issue({
        code,
        path: ['rubricVersion'],
        expected: alternatives((fits ? fitting : versions).map(({ scorer }) => scorer.rubric.version)),
        received: excerptOf(rubric),
      }),
    ])
  }
}
