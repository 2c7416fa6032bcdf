import { proportionInterval } from '../../../statistics/index.js'
import type { Figure } from '../figure.js'
import type { RatingTable } from '../tables/rating-table.js'
import { percentAgreement } from './percent-agreement.js'

/**
 * Returns the share of calls on which all raters lie within a tolerance, with its exact interval.
 * Method: Clopper and Pearson (1934), over calls.
 */
export function exactShare(table: RatingTable, tolerance: number, confidence: number): Figure {
  const { share, calls } = percentAgreement(table, tolerance)
  if (share.kind === 'undefined') return share
  const successes = Math.round(share.value * calls)
  const interval = proportionInterval({ method: 'exact', successes, trials: calls, confidence })
  return { ...share, interval: { lower: interval.lower, upper: interval.upper, confidence, method: 'exact' } }
}
