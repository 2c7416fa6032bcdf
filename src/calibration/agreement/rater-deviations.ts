import { mean } from '../../statistics/mean.js'
import { blandAltman } from './coefficients/bland-altman.js'
import type { FigureInterval } from './figure.js'
import type { RatingTables } from './tables/rating-tables.js'
import { FEWEST_CALLS } from './target-agreement.js'

/** Deviation of one rater's ratings of one item from the others' on the same calls. */
export interface RaterDeviation {
  readonly raterId: string
  /** Id of an item of levels or numbers. */
  readonly item: string
  /** Calls that others judged too. */
  readonly calls: number
  /** Mean of the rating less the mean of the others', in levels or the item's unit; over 0 is milder. */
  readonly mean: number
  /** Interval of the mean; absent for a single call. */
  readonly interval?: FigureInterval
  /** Whether the session should discuss it: from ten calls on, where the interval leaves out 0. */
  readonly isWorthTalking: boolean
}

/** Lists how each rater differs from the others on each item, what the session should discuss first. */
export function raterDeviations(
  { targets, raters }: RatingTables,
  confidence: number | undefined,
): readonly RaterDeviation[] {
  const found = targets.flatMap(({ kind, id, scale, table }) => {
    if (kind !== 'item' || scale.kind === 'names') return []
    return raters.flatMap((raterId, rater): readonly RaterDeviation[] => {
      const own = table.map((row) => row[rater] ?? null)
      const others = table.map((row) => {
        const rest = row.filter((rating, place): rating is number => rating !== null && place !== rater)
        return rest.length === 0 ? null : mean(rest)
      })
      const { bias, calls } = blandAltman(own, others, confidence)
      if (bias.kind === 'undefined') return []
      const { value, interval } = bias
      const leavesOutZero = interval !== undefined && (interval.lower > 0 || interval.upper < 0)
      return [
        {
          raterId,
          item: id,
          calls,
          mean: value,
          ...(interval && { interval }),
          isWorthTalking: calls >= FEWEST_CALLS && leavesOutZero,
        },
      ]
    })
  })
  return found.sort(
    (a, b) => Number(b.isWorthTalking) - Number(a.isWorthTalking) || Math.abs(b.mean) - Math.abs(a.mean),
  )
}
