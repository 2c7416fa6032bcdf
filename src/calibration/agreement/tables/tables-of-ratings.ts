import type { PathSegment } from '../../../issues/issue.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import { issueOf } from '../../../issues/issue-of.js'
import { throwIssues } from '../../../issues/throw-issues.js'
import { unknownName } from '../../../issues/unknown-name.js'
import { formOf, type ItemNode } from '../../../rubric/format/form.js'
import type { Rubric } from '../../../rubric/index.js'
import { comparisonOf } from '../../../rubric/items/aspects/comparison-of.js'
import { isScored } from '../../../rubric/items/aspects/is-scored.js'
import { itemReaderOf } from '../../../rubric/items/aspects/item-reader-of.js'
import { recordReaderOf } from '../../../rubric/items/aspects/record-reader-of.js'
import type { RatingScale } from '../../../rubric/items/comparison.js'
import type { RaterRating } from './judged-calls.js'
import { raterRatingChecker } from './rater-rating-checker.js'
import { type Cell, RatingGrid, TableAxes } from './rating-grid.js'
import type { RatingTables } from './rating-tables.js'

/** Reads ratings of one item as the scorer does. */
interface RatingReader {
  /** Undefined for an item that is recorded and not compared. */
  readonly scale: RatingScale | undefined
  /** Returns undefined for a faulty rating, which is reported. */
  readonly read: (
    rating: unknown,
    path: readonly PathSegment[],
    report: (draft: IssueDraft) => void,
  ) => number | undefined
}

/**
 * Puts ratings in tables.
 * @throws CallgradeError with every faulty rating
 */
export function tablesOfRatings(ratings: readonly RaterRating[], rubric: Rubric): RatingTables {
  const { items } = formOf(rubric)
  const readers = new Map(items.map((node) => [node.id, readerOf(node, rubric)]))
  const axes = new TableAxes()
  const grid = new RatingGrid<number>(axes)
  const drafts: IssueDraft[] = []
  for (const [index, given] of ratings.entries()) drafts.push(...enter(given, ['ratings', index], readers, grid))
  throwIssues(drafts.map((draft) => issueOf(draft, undefined)))
  return {
    rubric,
    calls: [...axes.calls],
    raters: [...axes.raters],
    targets: [...readers].flatMap(([id, { scale }]) =>
      scale ? [grid.target({ kind: 'item', id, scale }, id, (value) => value)] : [],
    ),
    scores: [],
    failed: [],
  }
}

/** Enters one rating in the grid, or returns its fault. */
function enter(
  given: RaterRating,
  path: readonly PathSegment[],
  readers: ReadonlyMap<string, RatingReader>,
  grid: RatingGrid<number>,
): readonly IssueDraft[] {
  const wrongForm = raterRatingChecker().faultsOf(given)
  if (wrongForm.length > 0) return wrongForm.map((fault) => ({ ...fault, path: [...path, ...fault.path] }))
  const { callId, raterId, item, rating } = given
  const reader = readers.get(item)
  if (!reader)
    return [
      unknownName({ code: 'calibration/unknown-item', path: [...path, 'item'], name: item, known: readers.keys() }),
    ]
  const faults: IssueDraft[] = []
  const at = [...path, 'rating']
  const cell: Cell<number> | undefined =
    rating === 'na' && reader.scale ? 'na' : reader.read(rating, at, (draft) => faults.push(draft))
  if (faults.length > 0 || cell === undefined)
    return faults.map((draft) => (draft.path.length > at.length ? draft : notARating(draft, item)))
  if (grid.put(callId, raterId, item, cell)) return []
  return [{ code: 'calibration/rated-twice', path, details: { call: callId, rater: raterId, item } }]
}

function notARating({ path, expected, received, suggestion }: IssueDraft, item: string): IssueDraft {
  return {
    code: 'calibration/not-a-rating',
    path,
    ...(expected !== undefined && { expected }),
    ...(received !== undefined && { received }),
    ...(suggestion !== undefined && { suggestion }),
    details: { item },
  }
}

function readerOf({ source }: ItemNode, rubric: Rubric): RatingReader {
  if (!isScored(source)) {
    const { accepts } = recordReaderOf(source)
    return {
      scale: undefined,
      read: (rating, path, report) => (accepts(rating, path, report) ? 0 : undefined),
    }
  }
  const { read } = itemReaderOf(source, rubric)
  const { scale, numberOf } = comparisonOf(source, rubric)
  return {
    scale,
    read: (rating, path, report) => {
      const reading = read(rating, path, report)
      return reading && numberOf(reading)
    },
  }
}
