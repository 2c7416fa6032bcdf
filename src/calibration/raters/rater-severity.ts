import { groupBy } from '../../documents/group-by.js'
import { refuse } from '../../issues/refuse.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { mean } from '../../statistics/mean.js'
import { coefficientInterval } from '../agreement/coefficients/coefficient-interval.js'
import type { FigureInterval, UndefinedReason } from '../agreement/figure.js'
import { connectedRaters } from './connected-raters.js'
import { invertMatrix } from './invert-matrix.js'
import { type RaterScore, raterScoreChecker } from './rater-score.js'

/** Distance of a rater from the mean of all on the same calls, above or below. */
export interface RaterEffect {
  readonly raterId: string
  /** Points above the mean of all raters: lenient over 0, severe under 0. */
  readonly effect: number
  /** Absent where no degrees of freedom are left. */
  readonly standardError?: number
  readonly interval?: FigureInterval
  /** Calls of this rater that other raters rated too. */
  readonly calls: number
}

/** Severity of all raters, or why there is none. */
export type RaterSeverity =
  | {
      readonly kind: 'value'
      /** In the order of first occurrence; effects add to 0. */
      readonly raters: readonly RaterEffect[]
      /** Standard deviation of the rest. */
      readonly sigma: number
      readonly degreesOfFreedom: number
      /** Raters who share no call with another; they are left out. */
      readonly alone: readonly string[]
    }
  | {
      readonly kind: 'undefined'
      readonly reason: UndefinedReason
      /** Groups of raters without a call in common, where there are several. */
      readonly groups: readonly (readonly string[])[]
    }

/**
 * Estimates how severe each rater is, from any design in which raters share some calls: score = call + rater + rest, by
 * least squares, so that a rater of harder calls is not taken for severe.
 * Method: two-way additive model; the calls are eliminated, the raters' effects add to 0, standard errors by the
 * generalised inverse; intervals by Student's t.
 * @param rows - each call at most once by each rater
 * @param confidence - of the intervals: two-sided, a fraction
 * @throws CallgradeError `document/...` for records of the wrong form, `calibration/argument` for a call twice by the
 * same rater
 * @example
 * const rows = [['c1', 'A', 9], ['c1', 'B', 7], ['c2', 'A', 5], ['c2', 'B', 3], ['c3', 'A', 7], ['c3', 'B', 5]]
 * raterSeverity(rows.map(([callId, raterId, score]) => ({ callId, raterId, score }))).raters.map(({ effect }) => effect)
 * //=> [1, -1]
 */
export function raterSeverity(rows: readonly RaterScore[], confidence = 0.95): RaterSeverity {
  checkRows(rows)
  const shared = [...groupBy(rows, ({ callId }) => callId).values()].filter((own) => own.length >= 2)
  const names = [...new Set(rows.map(({ raterId }) => raterId))]
  if (names.length < 2) return { kind: 'undefined', reason: 'one-rater', groups: [] }
  const groups = connectedRaters(shared, names)
  const linked = groups.filter((group) => group.length >= 2)
  const [active] = linked
  if (!active) return { kind: 'undefined', reason: 'nothing-in-common', groups }
  if (linked.length > 1) return { kind: 'undefined', reason: 'disconnected', groups: linked }
  const placeOf = new Map(active.map((name, place) => [name, place]))
  const { matrix, right, ratings } = normalEquations(shared, placeOf)
  const raters = active.length
  // L + J/R is regular where all are connected, and its inverse less J/R is the generalised inverse of L.
  const inverse = invertMatrix(matrix.map((row) => row.map((value) => value + 1 / raters)))
  const effects = active.map((_, place) =>
    inverse[place] ? inverse[place].reduce((total, value, other) => total + value * (right[other] ?? 0), 0) : 0,
  )
  const count = shared.reduce((total, own) => total + own.length, 0)
  const degreesOfFreedom = count - shared.length - (raters - 1)
  const squares = restSquares(shared, (raterId) => effects[placeOf.get(raterId) ?? 0] ?? 0)
  const sigma = degreesOfFreedom > 0 ? Math.sqrt(squares / degreesOfFreedom) : 0
  return {
    kind: 'value',
    raters: active.map((raterId, place) => {
      const effect = effects[place] ?? 0
      const standardError = sigma * Math.sqrt(Math.max(0, (inverse[place]?.[place] ?? 0) - 1 / raters))
      return {
        raterId,
        effect,
        calls: ratings[place] ?? 0,
        ...(degreesOfFreedom > 0 && {
          standardError,
          interval: coefficientInterval(effect, standardError, degreesOfFreedom, confidence, Number.POSITIVE_INFINITY),
        }),
      }
    }),
    sigma,
    degreesOfFreedom,
    alone: names.filter((name) => !placeOf.has(name)),
  }
}

function checkRows(rows: readonly RaterScore[]): void {
  throwIssues(raterScoreChecker().issuesOf(rows, ['rows']))
  const seen = new Set<string>()
  for (const [index, { callId, raterId }] of rows.entries()) {
    const pair = JSON.stringify([callId, raterId])
    if (seen.has(pair))
      refuse('calibration/argument', ['rows', index], 'each call once by each rater', { callId, raterId })
    seen.add(pair)
  }
}

/** The equations of the raters' effects after the calls are eliminated. */
interface NormalEquations {
  /** By two raters: the Laplacian of who shares calls with whom. */
  readonly matrix: readonly Float64Array[]
  /** By rater: how far the ratings lie above the means of their calls, in sum. */
  readonly right: Float64Array
  /** Shared calls by rater. */
  readonly ratings: Float64Array
}

function normalEquations(
  shared: readonly (readonly RaterScore[])[],
  placeOf: ReadonlyMap<string, number>,
): NormalEquations {
  const raters = placeOf.size
  const matrix = Array.from({ length: raters }, () => new Float64Array(raters))
  const right = new Float64Array(raters)
  const ratings = new Float64Array(raters)
  for (const own of shared) {
    const middle = mean(own.map(({ score }) => score))
    for (const { raterId, score } of own) {
      const place = placeOf.get(raterId) ?? 0
      const row = matrix[place]
      if (!row) continue
      ratings[place] = (ratings[place] ?? 0) + 1
      right[place] = (right[place] ?? 0) + score - middle
      row[place] = (row[place] ?? 0) + 1
      for (const other of own) {
        const column = placeOf.get(other.raterId) ?? 0
        row[column] = (row[column] ?? 0) - 1 / own.length
      }
    }
  }
  return { matrix, right, ratings }
}

/** Returns the sum of squares of what neither call nor rater explains. */
function restSquares(shared: readonly (readonly RaterScore[])[], effectOf: (raterId: string) => number): number {
  let squares = 0
  for (const own of shared) {
    const rest = own.map(({ raterId, score }) => score - effectOf(raterId))
    const middle = mean(rest)
    for (const value of rest) squares += (value - middle) ** 2
  }
  return squares
}
