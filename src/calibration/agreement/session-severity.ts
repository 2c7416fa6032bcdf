import { mean } from '../../statistics/mean.js'
import { type RaterSeverity, raterSeverity } from '../raters/rater-severity.js'
import type { RatingTables, Target } from './tables/rating-tables.js'

/**
 * Estimates how severe each rater of a session is: by totals where there are any, else by the mean share of the way
 * from the lowest to the highest level, 0 to 100.
 */
export function sessionSeverity(
  { targets, calls, raters }: RatingTables,
  confidence: number | undefined,
): RaterSeverity {
  const total = targets.find(({ kind }) => kind === 'total')
  const rows = calls.flatMap((callId, call) =>
    raters.flatMap((raterId, rater) => {
      const score = total ? total.table[call]?.[rater] : levelShare(targets, call, rater)
      return score === null || score === undefined ? [] : [{ callId, raterId, score }]
    }),
  )
  return raterSeverity(rows, confidence)
}

/** Returns the mean share, 0 to 100, of the levels that a rater gave a call; undefined without any. */
function levelShare(targets: readonly Target[], call: number, rater: number): number | undefined {
  const shares = targets.flatMap(({ scale, table }) => {
    const rating = table[call]?.[rater]
    if (scale.kind !== 'levels' || rating === null || rating === undefined) return []
    const [lowest = 0, highest = 1] = [scale.values[0], scale.values.at(-1)]
    return [(100 * (rating - lowest)) / (highest - lowest)]
  })
  return shares.length === 0 ? undefined : mean(shares)
}
