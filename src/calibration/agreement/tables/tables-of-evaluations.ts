import { once } from '../../../documents/once.js'
import { recordChecker } from '../../../documents/record-checker.js'
import { textField } from '../../../documents/record-fields.js'
import type { Issue } from '../../../issues/issue.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import { issueOf } from '../../../issues/issue-of.js'
import { formOf } from '../../../rubric/format/form.js'
import type { Rubric } from '../../../rubric/index.js'
import { comparisonOf } from '../../../rubric/items/aspects/comparison-of.js'
import { isScored } from '../../../rubric/items/aspects/is-scored.js'
import { itemReaderOf } from '../../../rubric/items/aspects/item-reader-of.js'
import { unwrapRating } from '../../../rubric/items/ratings/read-entry.js'
import type { Reading } from '../../../rubric/items/ratings/reading.js'
import { compileRubric, type Evaluation, type Score } from '../../../scoring/index.js'
import { RatingGrid, TableAxes } from './rating-grid.js'
import type { RatingTables, Target } from './rating-tables.js'

/** Keys that put an evaluation in a table; the scorer checks the others. */
const raterKeys = /* @__PURE__ */ once(() =>
  recordChecker({ callId: textField(), evaluatorId: textField() }, { unknownKeys: 'ignored' }),
)

const VERDICTS = ['unqualified', 'qualified']

/** Puts the ratings and results of whole evaluations in tables; those that cannot be scored are listed as failed. */
export function tablesOfEvaluations(evaluations: readonly Evaluation[], rubric: Rubric): RatingTables {
  const form = formOf(rubric)
  const scorer = compileRubric(rubric)
  const items = form.items.flatMap(({ source }) =>
    isScored(source)
      ? [{ id: source.id, reader: itemReaderOf(source, rubric), comparison: comparisonOf(source, rubric) }]
      : [],
  )
  const axes = new TableAxes()
  const scores = new RatingGrid<Score>(axes)
  const readings = new RatingGrid<Reading>(axes)
  const results = new RatingGrid<number>(axes)
  const failed: { index: number; issues: readonly Issue[] }[] = []
  const fail = (index: number, { path, ...draft }: IssueDraft): void => {
    failed.push({ index, issues: [issueOf({ ...draft, path: ['evaluations', index, ...path] }, undefined)] })
  }
  for (const [index, evaluation] of evaluations.entries()) {
    const [missing] = raterKeys().faultsOf(evaluation)
    const { callId = '', evaluatorId = '' } = missing ? {} : evaluation
    if (missing) {
      fail(index, missing)
      continue
    }
    const result = scorer.safeScore(evaluation)
    if (!result.success) {
      failed.push({ index, issues: result.issues })
      continue
    }
    const { data } = result
    if (!scores.put(callId, evaluatorId, 'score', data)) {
      fail(index, {
        code: 'calibration/rated-twice',
        path: [],
        details: { call: callId, rater: evaluatorId },
      })
      continue
    }
    for (const { id, reader } of items) {
      const rating = unwrapRating(evaluation.ratings[id], [], ignore)
      // A rating below a section that is n/a is n/a; an item that rated itself has no rating of this rater.
      const isNotApplicable = rating === 'na' || (rating === undefined && data.items[id] === null)
      const cell = isNotApplicable ? 'na' : reader.read(rating, [], ignore)
      if (cell !== undefined) readings.put(callId, evaluatorId, id, cell)
    }
    for (const [id, score] of Object.entries(data.sections))
      results.put(callId, evaluatorId, `section:${id}`, score ?? 'na')
    results.put(callId, evaluatorId, 'total', data.score ?? 'na')
    results.put(callId, evaluatorId, 'verdict', data.verdict === null ? 'na' : VERDICTS.indexOf(data.verdict))
    for (const { id } of rubric.vetoes ?? [])
      results.put(callId, evaluatorId, `veto:${id}`, Number(data.vetoes.includes(id)))
  }
  const target = (kind: Target['kind'], id: string, key: string, scale: Target['scale']): Target =>
    results.target({ kind, id, scale }, key, (value) => value)
  return {
    rubric,
    calls: [...axes.calls],
    raters: [...axes.raters],
    targets: [
      ...items.map(({ id, comparison: { scale, numberOf } }) =>
        readings.target({ kind: 'item', id, scale }, id, numberOf),
      ),
      ...form.sections
        .filter(({ isScored }) => isScored)
        .map(({ id }) => target('section', id, `section:${id}`, { kind: 'numbers' })),
      target('total', 'score', 'total', { kind: 'numbers' }),
      ...(rubric.vetoes ?? []).map(({ id }) =>
        target('veto', id, `veto:${id}`, { kind: 'names', names: ['no', 'yes'] }),
      ),
      target('verdict', 'verdict', 'verdict', { kind: 'names', names: VERDICTS }),
    ],
    scores: scores.table('score', (score) => (score === 'na' ? null : score)),
    failed,
  }
}

function ignore(): void {}
