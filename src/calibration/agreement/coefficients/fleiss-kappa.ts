import { normal } from '../../../statistics/index.js'
import { sum } from '../../../statistics/sum.js'
import { type Figure, undefinedFigure } from '../figure.js'
import type { RatingTable } from '../tables/rating-table.js'
import { completeCalls } from '../tables/rating-table.js'
import { chanceCorrected } from './chance-corrected.js'

/** Fleiss' kappa, with a test where every rater rated every call. */
export interface FleissKappa {
  readonly kappa: Figure
  /** Against no agreement beyond chance. */
  readonly z?: number
  /** Two-sided. */
  readonly p?: number
  /** By declared level; null for a level that never or always occurs. */
  readonly perCategory?: readonly (number | null)[]
}

/**
 * Computes Fleiss' kappa of any number of raters, who need not be the same for every call.
 * Method: Fleiss (1971); with missing ratings as generalised by Gwet (2014).
 * @param table - calls by raters; null where a rater did not rate a call
 * @param categories - all levels that the scale declares, in rising order
 * @throws CallgradeError `calibration/argument` for a rating that is no level
 * @example
 * fleissKappa([[1, 1, 1], [2, 2, 2], [1, 1, 2]], [1, 2]).kappa //=> { kind: 'value', value: 0.5500000000000002, ... }
 */
export function fleissKappa(table: RatingTable, categories: readonly number[]): FleissKappa {
  const rated = table.filter((row) => row.some((rating) => rating !== null))
  if (rated.length === 0) return { kappa: undefinedFigure('nothing-in-common') }
  const { figure } = chanceCorrected(rated, categories, 'nominal').fleiss
  const complete = completeCalls(table)
  const raters = table[0]?.length ?? 0
  if (complete.length < table.length || complete.length < 2 || raters < 2 || figure.kind !== 'value')
    return { kappa: figure }
  const n = complete.length
  const shares = categories.map(
    (level) => sum(complete.map((row) => row.filter((rating) => rating === level).length)) / (n * raters),
  )
  const perCategory = categories.map((level, place) => {
    const share = shares[place] ?? 0
    if (share === 0 || share === 1) return null
    const agreeing = sum(
      complete.map((row) => {
        const count = row.filter((rating) => rating === level).length
        return count * (count - 1)
      }),
    )
    return (agreeing / (n * raters * (raters - 1) * share) - share) / (1 - share)
  })
  const spread = sum(shares.map((share) => share * (1 - share)))
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)))
  const variance = (2 / (spread ** 2 * n * raters * (raters - 1))) * (spread ** 2 - skew)
  if (!(variance > 0)) return { kappa: figure, perCategory }
  const z = figure.value / Math.sqrt(variance)
  return { kappa: figure, z, p: 2 * normal.survival(Math.abs(z)), perCategory }
}
