import { refuse } from '../../issues/refuse.js'
import { studentT } from '../../statistics/index.js'
import { mean } from '../../statistics/mean.js'
import { coefficientInterval } from '../agreement/coefficient-interval.js'
import type { FigureInterval, UndefinedReason } from '../agreement/figure.js'

/** One score of one call by one rater. */
export interface RaterScore {
  readonly callId: string
  readonly raterId: string
  /** Points, or a level. */
  readonly score: number
}

/** How far a rater is above or below the mean of all, on the same calls. */
export interface RaterEffect {
  readonly raterId: string
  /** Points above the mean of all raters: lenient over 0, severe under 0. */
  readonly effect: number
  /** Absent where no degrees of freedom are left. */
  readonly standardError?: number
  readonly interval?: FigureInterval
  /** Calls of this rater that others rated too. */
  readonly calls: number
}

/** Severity of all raters, or why it cannot be told. */
export type RaterSeverity =
  | {
      readonly kind: 'value'
      /** In the order of first occurrence; effects add to 0. */
      readonly raters: readonly RaterEffect[]
      /** Standard deviation of what is left. */
      readonly sigma: number
      readonly degreesOfFreedom: number
      /** Raters who share no call with anybody, left out. */
      readonly alone: readonly string[]
    }
  | {
      readonly kind: 'undefined'
      readonly reason: UndefinedReason
      /** Groups of raters without a call in common, where these are several. */
      readonly groups: readonly (readonly string[])[]
    }

/**
 * How severe each rater is, from any design in which raters share some calls: score = call + rater + rest, by least
 * squares, so that who got the harder calls is not taken for severe.
 * Method: two-way additive model; the calls are eliminated, the raters' effects add to 0, standard errors by the
 * generalised inverse; intervals by Student's t.
 * @param rows - each call at most once by each rater
 * @throws CallgradeError `calibration/argument` for a score that is no number, or a call twice by the same rater
 * @example
 * const rows = [['c1', 'A', 9], ['c1', 'B', 7], ['c2', 'A', 5], ['c2', 'B', 3], ['c3', 'A', 7], ['c3', 'B', 5]]
 * raterSeverity(rows.map(([callId, raterId, score]) => ({ callId, raterId, score }))).raters.map(({ effect }) => effect)
 * //=> [1, -1]
 */
export function raterSeverity(rows: readonly RaterScore[], confidence = 0.95): RaterSeverity {
  const { calls, raters } = grouped(rows)
  const shared = [...calls.values()].filter((own) => own.length >= 2)
  const names = [...raters.keys()]
  if (names.length < 2) return { kind: 'undefined', reason: 'one-rater', groups: [] }
  const groups = connected(shared, names)
  const linked = groups.filter((group) => group.length >= 2)
  if (linked.length === 0) return { kind: 'undefined', reason: 'nothing-in-common', groups }
  if (linked.length > 1) return { kind: 'undefined', reason: 'disconnected', groups: linked }
  const active = linked[0] ?? []
  const placeOf = new Map(active.map((name, place) => [name, place]))
  const R = active.length
  const matrix = Array.from({ length: R }, () => new Float64Array(R))
  const right = new Float64Array(R)
  const ratings = new Float64Array(R)
  let count = 0
  for (const own of shared) {
    const middle = mean(own.map(({ score }) => score))
    count += own.length
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
  // L + J/R is regular where all are connected, and its inverse less J/R is the generalised inverse of L.
  const inverse = inverseOf(matrix.map((row) => row.map((value) => value + 1 / R)))
  const effects = active.map((_, place) =>
    inverse[place] ? inverse[place].reduce((total, value, other) => total + value * (right[other] ?? 0), 0) : 0,
  )
  let squares = 0
  for (const own of shared) {
    const rest = own.map(({ raterId, score }) => score - (effects[placeOf.get(raterId) ?? 0] ?? 0))
    const middle = mean(rest)
    for (const value of rest) squares += (value - middle) ** 2
  }
  const degreesOfFreedom = count - shared.length - (R - 1)
  const sigma = degreesOfFreedom > 0 ? Math.sqrt(squares / degreesOfFreedom) : 0
  return {
    kind: 'value',
    raters: active.map((raterId, place) => {
      const effect = effects[place] ?? 0
      const standardError = sigma * Math.sqrt(Math.max(0, (inverse[place]?.[place] ?? 0) - 1 / R))
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

/**
 * A score as an average rater would have given it. Never applied by anything here: who adjusts scores says so.
 * @example
 * adjustedScore(82, 3.5) //=> 78.5
 */
export function adjustedScore(score: number, effect: number, maximum = 100): number {
  return Math.min(maximum, Math.max(0, score - effect))
}

/** The probability that a rater differs from the mean at all, two-sided; undefined without a standard error. */
export function severityProbability(effect: RaterEffect, degreesOfFreedom: number): number | undefined {
  const { standardError } = effect
  if (standardError === undefined || !(standardError > 0)) return undefined
  return 2 * studentT.survival(Math.abs(effect.effect / standardError), degreesOfFreedom)
}

function grouped(rows: readonly RaterScore[]): {
  readonly calls: ReadonlyMap<string, readonly RaterScore[]>
  readonly raters: ReadonlyMap<string, number>
} {
  const calls = new Map<string, RaterScore[]>()
  const raters = new Map<string, number>()
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const { callId, raterId, score } = row
    if (!Number.isFinite(score)) refuse('calibration/argument', ['rows', index, 'score'], 'finite number', score)
    const pair = JSON.stringify([callId, raterId])
    if (seen.has(pair))
      refuse('calibration/argument', ['rows', index], 'each call once by each rater', { callId, raterId })
    seen.add(pair)
    raters.set(raterId, (raters.get(raterId) ?? 0) + 1)
    const own = calls.get(callId)
    if (own) own.push(row)
    else calls.set(callId, [row])
  }
  return { calls, raters }
}

/** Groups of raters who are linked through calls, largest first. */
function connected(
  shared: readonly (readonly RaterScore[])[],
  names: readonly string[],
): readonly (readonly string[])[] {
  const parent = new Map(names.map((name) => [name, name]))
  const rootOf = (name: string): string => {
    let at = name
    for (let above = parent.get(at) ?? at; above !== at; above = parent.get(at) ?? at) at = above
    parent.set(name, at)
    return at
  }
  for (const own of shared) {
    const [first] = own
    if (first) for (const { raterId } of own) parent.set(rootOf(raterId), rootOf(first.raterId))
  }
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const root = rootOf(name)
    const group = groups.get(root)
    if (group) group.push(name)
    else groups.set(root, [name])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

/** Gauss and Jordan with pivots, of a matrix that has an inverse. */
function inverseOf(matrix: readonly Float64Array[]): readonly Float64Array[] {
  const size = matrix.length
  const rows = matrix.map((row, place) => {
    const wide = new Float64Array(2 * size)
    wide.set(row)
    wide[size + place] = 1
    return wide
  })
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row
    const own = rows[pivot]
    const other = rows[column]
    if (!own || !other) continue
    rows[pivot] = other
    rows[column] = own
    const factor = own[column] ?? 1
    for (let at = 0; at < 2 * size; at++) own[at] = (own[at] ?? 0) / factor
    for (const [place, row] of rows.entries()) {
      const times = row[column] ?? 0
      if (place === column || times === 0) continue
      for (let at = 0; at < 2 * size; at++) row[at] = (row[at] ?? 0) - times * (own[at] ?? 0)
    }
  }
  return rows.map((row) => row.slice(size))
}
