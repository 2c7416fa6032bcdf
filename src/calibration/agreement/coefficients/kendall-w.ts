import { chiSquare } from '../../../statistics/index.js'
import { mean } from '../../../statistics/mean.js'
import { sum } from '../../../statistics/sum.js'
import { type Figure, undefinedFigure } from '../figure.js'
import type { RatingTable } from '../tables/rating-table.js'
import { completeCalls } from '../tables/rating-table.js'

/** Kendall's coefficient of concordance. */
export interface KendallW {
  readonly W: Figure
  /** Calls that every rater rated. */
  readonly calls: number
  readonly chi2?: number
  readonly p?: number
}

/**
 * Computes how far raters put calls in the same order, apart from their severity: 0 not at all, 1 entirely. Corrected
 * for ties.
 * Method: Kendall and Babington Smith (1939); chi-square with calls - 1 degrees of freedom.
 * @example
 * kendallW([[1, 2], [2, 3], [3, 5]]).W //=> { kind: 'value', value: 1 }
 */
export function kendallW(table: RatingTable): KendallW {
  const rows = completeCalls(table)
  const m = table[0]?.length ?? 0
  const n = rows.length
  if (m < 2) return { W: undefinedFigure('one-rater'), calls: n }
  if (n < 2) return { W: undefinedFigure(table.length > 1 ? 'incomplete' : 'one-call'), calls: n }
  const columns = Array.from({ length: m }, (_, rater) => rankedWithTies(rows.map((row) => row[rater] ?? 0)))
  const sums = rows.map((_, call) => sum(columns.map(({ ranks }) => ranks[call] ?? 0)))
  const middle = mean(sums)
  const spread = sum(sums.map((own) => (own - middle) ** 2))
  const ties = sum(columns.map(({ ties }) => ties))
  const greatest = m ** 2 * (n ** 3 - n) - m * ties
  if (!(greatest > 0)) return { W: undefinedFigure('no-variation'), calls: n }
  const value = (12 * spread) / greatest
  const chi2 = m * (n - 1) * value
  return { W: { kind: 'value', value }, calls: n, chi2, p: chiSquare.survival(chi2, n - 1) }
}

/** Computes mean ranks, and the sum of t^3 - t over groups of equals. */
function rankedWithTies(values: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const sorted = [...values].sort((a, b) => a - b)
  let ties = 0
  const ranks = new Map<number, number>()
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to + 1 < sorted.length && sorted[to + 1] === sorted[from]) to++
    const count = to - from + 1
    ties += count ** 3 - count
    ranks.set(sorted[from] ?? 0, (from + to) / 2 + 1)
    from = to + 1
  }
  return { ranks: values.map((value) => ranks.get(value) ?? 0), ties }
}
