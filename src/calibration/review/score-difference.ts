import type { Score } from '../../scoring/index.js'

/**
 * Returns the points by which a score differs from an earlier one, rounded as the rubric rounds scores.
 * @param decimals - of the rubric's result
 */
export function differenceOf(before: Score, after: Score, decimals = 2): number | null {
  return before.score === null || after.score === null ? null : Number((after.score - before.score).toFixed(decimals))
}
