import { type Figure, undefinedFigure } from '../figure.js'
import type { RatingTable } from '../tables/rating-table.js'

/** Calls on which all who rated agree. */
export interface PercentAgreement {
  /** Share of the calls with two ratings or more, 0 to 1. */
  readonly share: Figure
  readonly calls: number
}

/**
 * Computes the share of calls on which all raters lie within a tolerance of each other. It is easy to read and
 * flattering: where nearly every call is rated the same, chance alone gives most of it.
 * @param tolerance - in the ratings' own unit; 0 for the same, 1 for neighbouring whole levels
 * @example
 * percentAgreement([[4, 4, 5], [3, 3, 3]], 0) //=> { share: { kind: 'value', value: 0.5 }, calls: 2 }
 */
export function percentAgreement(table: RatingTable, tolerance: number): PercentAgreement {
  const rows = table.map((row) => row.filter((rating) => rating !== null)).filter((row) => row.length >= 2)
  if (rows.length === 0) return { share: undefinedFigure('nothing-in-common'), calls: 0 }
  // Differences of decimals such as .3 - .2 are a little off.
  const agreeing = rows.filter((row) => Math.max(...row) - Math.min(...row) <= tolerance + 1e-9).length
  return { share: { kind: 'value', value: agreeing / rows.length }, calls: rows.length }
}
