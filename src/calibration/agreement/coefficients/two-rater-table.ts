import { refuse } from '../../../issues/refuse.js'
import { sum } from '../../../statistics/sum.js'
import type { Figure } from '../figure.js'
import { undefinedFigure } from '../figure.js'
import type { AgreementWeights } from '../tables/rating-table.js'
import { weightMatrix } from '../tables/rating-table.js'
import { coefficientInterval } from './coefficient-interval.js'

/** Options of how a table of two raters is read. */
export interface TwoRaterOptions {
  /** Values of the levels; by default their places 0, 1, 2, ... */
  readonly categories?: readonly number[]
  /** Confidence of the intervals, as a fraction. @defaultValue 0.95 */
  readonly confidence?: number
}

/** Agreement of two raters from a table of counts. */
export interface TwoRaterAgreement {
  /** Cohen's kappa, weighted. */
  readonly kappa: Figure
  /** Gwet's AC1 with nominal weights, AC2 with others. */
  readonly ac: Figure
  readonly scottPi: Figure
  readonly brennanPrediger: Figure
  readonly krippendorff: Figure
  readonly percent: Figure
}

/**
 * Computes the agreement of two raters who rated the same calls, from how often each pair of levels occurred. Standard
 * errors are those of a sample of calls: Fleiss, Cohen and Everitt (1969); Gwet (2014). Shown side by side since they
 * answer different questions: where one level is nearly always right, kappa is near 0 at 94 % agreement and AC1 at .94.
 * @param table - row: first rater's level, column: second's, in rising order of the levels; whole counts
 * @throws CallgradeError `calibration/argument` for a table that is not square, or counts nothing
 * @example
 * twoRaterTable([[118, 5], [2, 0]], 'nominal').ac //=> { kind: 'value', value: 0.9407763376087177, ... }
 */
export function twoRaterTable(
  table: readonly (readonly number[])[],
  weights: AgreementWeights,
  { categories = table.map((_, place) => place), confidence = 0.95 }: TwoRaterOptions = {},
): TwoRaterAgreement {
  const q = table.length
  for (const [row, counts] of table.entries()) {
    if (counts.length !== q) refuse('calibration/argument', ['table', row], `${q} counts`, counts)
    for (const [column, count] of counts.entries())
      if (!(Number.isSafeInteger(count) && count >= 0))
        refuse('calibration/argument', ['table', row, column], 'integer >= 0', count)
  }
  const n = sum(table.flat())
  if (n === 0) refuse('calibration/argument', ['table'], 'counts > 0', table)
  const w = weightMatrix(categories, weights)
  const cells = table.flatMap((counts, k) => counts.map((count, l) => ({ k, l, share: count / n, w: w[k]?.[l] ?? 0 })))
  const rows = table.map((counts) => sum(counts) / n)
  const columns = table.map((_, l) => sum(table.map((counts) => counts[l] ?? 0)) / n)
  const pi = rows.map((share, k) => (share + (columns[k] ?? 0)) / 2)
  const weighted = (shares: readonly number[]): readonly number[] =>
    w.map((row) => sum(row.map((weight, l) => weight * (shares[l] ?? 0))))
  const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((value, k) => value * (b[k] ?? 0)))
  const observed = sum(cells.map(({ share, w }) => share * w))
  const weightSum = sum(w.flat())
  const [byColumns, byRows, byPi] = [weighted(columns), weighted(rows), weighted(pi)]

  /**
   * Makes the figure of a chance-corrected coefficient.
   * @param chance - what a cell's levels add to the expected agreement, of both raters
   */
  const coefficient = (expected: number, chance: (k: number, l: number) => number, agreed = observed): Figure => {
    if (!(1 - expected > 1e-12)) return undefinedFigure('no-variation')
    const value = (agreed - expected) / (1 - expected)
    const variance = (of: number): number => {
      const squares = sum(cells.map(({ k, l, share, w }) => share * (w - (1 - of) * chance(k, l)) ** 2))
      return (squares - (observed - 2 * (1 - of) * expected) ** 2) / (n * (1 - expected) ** 2)
    }
    // The correction of alpha for small samples leaves its spread as that of pi.
    const standardError = Math.sqrt(Math.max(0, variance((observed - expected) / (1 - expected))))
    if (n < 2) return undefinedFigure('one-call')
    return {
      kind: 'value',
      value,
      standardError,
      interval: coefficientInterval(value, standardError, n - 1, confidence),
    }
  }
  const ofPi = (k: number, l: number): number => (byPi[k] ?? 0) + (byPi[l] ?? 0)
  const acExpected = q > 1 ? (weightSum * sum(pi.map((share) => share * (1 - share)))) / (q * (q - 1)) : 0
  const epsilon = 1 / (2 * n)
  return {
    kappa: coefficient(dot(rows, byColumns), (k, l) => (byColumns[k] ?? 0) + (byRows[l] ?? 0)),
    ac: coefficient(acExpected, (k, l) =>
      q > 1 ? (2 * weightSum * (1 - ((pi[k] ?? 0) + (pi[l] ?? 0)) / 2)) / (q * (q - 1)) : 0,
    ),
    scottPi: coefficient(dot(pi, byPi), ofPi),
    brennanPrediger: constant(weightSum / q ** 2),
    krippendorff: coefficient(dot(pi, byPi), ofPi, (1 - epsilon) * observed + epsilon),
    percent: constant(0),
  }

  /** Makes the figure of a coefficient whose chance agreement does not depend on the ratings. */
  function constant(expected: number): Figure {
    if (!(1 - expected > 1e-12)) return undefinedFigure('no-variation')
    if (n < 2) return undefinedFigure('one-call')
    const value = (observed - expected) / (1 - expected)
    const variance = (sum(cells.map(({ share, w }) => share * w ** 2)) - observed ** 2) / (n * (1 - expected) ** 2)
    const standardError = Math.sqrt(Math.max(0, variance))
    return {
      kind: 'value',
      value,
      standardError,
      interval: coefficientInterval(value, standardError, n - 1, confidence),
    }
  }
}
