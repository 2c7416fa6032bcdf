import { normal } from '../../../statistics/index.js'
import { sum } from '../../../statistics/sum.js'
import type { Figure } from '../figure.js'
import { undefinedFigure } from '../figure.js'
import type { AgreementWeights, RatingTable } from '../tables/rating-table.js'
import { countLevels, weightMatrix } from '../tables/rating-table.js'
import { twoRaterTable } from './two-rater-table.js'

/** Cohen's kappa of two raters with the table behind it. */
export interface CohenKappa {
  readonly kappa: Figure
  /** Row: first rater's level, column: second's, by the declared levels. */
  readonly confusion: readonly (readonly number[])[]
  /** Calls that both rated. */
  readonly calls: number
  /** Shares of those calls, 0 to 1. */
  readonly exact: number
  /** At most one step of the declared levels apart. */
  readonly withinOne: number
  /** Mean of second minus first. */
  readonly bias: number
  /** Mean of what they differ by. */
  readonly meanAbsoluteError: number
  /** Against the hypothesis of no agreement beyond chance (Fleiss, Cohen and Everitt 1969). */
  readonly z?: number
  /** Two-sided. */
  readonly p?: number
}

/**
 * Computes Cohen's kappa on the levels that the scale declares, whether used or not: on the used ones alone a weighted
 * kappa is another figure (.651 instead of .615 where two of five levels go unused).
 * Method: Cohen (1968); interval about the standard error of the alternative.
 * @param first - levels by call; null where not rated
 * @param second - of the same calls
 * @throws CallgradeError `calibration/argument`
 * @example
 * cohenKappa([1, 2, 3], [1, 2, 2], [1, 2, 3], 'quadratic').kappa //=> { kind: 'value', value: 0.6666666666666666, ... }
 */
export function cohenKappa(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  categories: readonly number[],
  weights: AgreementWeights,
): CohenKappa {
  const table: RatingTable = first
    .map((rating, call) => [rating, second[call] ?? null])
    .filter((row) => row.every((rating) => rating !== null))
  const { levels } = countLevels(table, categories)
  const confusion = categories.map(() => categories.map(() => 0))
  for (const [a = 0, b = 0] of levels) {
    const row = confusion[a]
    if (row) row[b] = (row[b] ?? 0) + 1
  }
  const n = levels.length
  if (n === 0) {
    const kappa = undefinedFigure('nothing-in-common')
    return { kappa, confusion, calls: 0, exact: 0, withinOne: 0, bias: 0, meanAbsoluteError: 0 }
  }
  const differences = table.map(([a, b]) => (b ?? 0) - (a ?? 0))
  const share = (test: (a: number, b: number) => boolean): number =>
    levels.filter(([a = 0, b = 0]) => test(a, b)).length / n
  const { kappa } = twoRaterTable(confusion, weights, { categories })
  return {
    kappa,
    confusion,
    calls: n,
    exact: share((a, b) => a === b),
    withinOne: share((a, b) => Math.abs(a - b) <= 1),
    bias: sum(differences) / n,
    meanAbsoluteError: sum(differences.map(Math.abs)) / n,
    ...(kappa.kind === 'value' && significance(confusion, categories, weights, kappa.value)),
  }
}

function shares(
  confusion: readonly (readonly number[])[],
  w: readonly (readonly number[])[],
): {
  readonly n: number
  readonly observed: number
  readonly expected: number
  readonly rows: readonly number[]
  readonly columns: readonly number[]
} {
  const n = sum(confusion.flat())
  const rows = confusion.map((counts) => sum(counts) / n)
  const columns = confusion.map((_, l) => sum(confusion.map((counts) => counts[l] ?? 0)) / n)
  const over = (of: (k: number, l: number) => number): number =>
    sum(confusion.flatMap((_, k) => confusion.map((_, l) => (w[k]?.[l] ?? 0) * of(k, l))))
  return {
    n,
    rows,
    columns,
    observed: over((k, l) => (confusion[k]?.[l] ?? 0) / n),
    expected: over((k, l) => (rows[k] ?? 0) * (columns[l] ?? 0)),
  }
}

function significance(
  confusion: readonly (readonly number[])[],
  categories: readonly number[],
  weights: AgreementWeights,
  kappa: number,
): { readonly z: number; readonly p: number } | undefined {
  const w = weightMatrix(categories, weights)
  const { n, rows, columns, expected } = shares(confusion, w)
  const meanRow = w.map((row) => sum(row.map((weight, l) => weight * (columns[l] ?? 0))))
  const meanColumn = w.map((_, l) => sum(w.map((row, k) => (row[l] ?? 0) * (rows[k] ?? 0))))
  const variance =
    (sum(
      w.flatMap((row, k) =>
        row.map(
          (weight, l) =>
            (rows[k] ?? 0) * (columns[l] ?? 0) * (weight - ((meanRow[k] ?? 0) + (meanColumn[l] ?? 0))) ** 2,
        ),
      ),
    ) -
      expected ** 2) /
    (n * (1 - expected) ** 2)
  if (!(variance > 0)) return undefined
  const z = kappa / Math.sqrt(variance)
  return { z, p: 2 * normal.survival(Math.abs(z)) }
}
