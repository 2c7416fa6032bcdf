import seedrandom from 'seedrandom'
import { type Figure, undefinedFigure } from '../figure.js'
import type { RatingTable } from '../tables/rating-table.js'
import { LevelUnits, MomentUnits } from './alpha-units.js'
import { percentile } from './percentile.js'

/** Distance of two ratings: all or nothing, by rank among all ratings, or by the square of their difference. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval'

/** Options of an interval by resampling. */
export interface BootstrapOptions {
  /** Seed of the stream of random numbers; the same seed gives the same limits. */
  readonly seed: string
  /** @defaultValue 1000 */
  readonly resamples?: number
  /** As a fraction. @defaultValue 0.95 */
  readonly confidence?: number
}

/**
 * Computes Krippendorff's alpha: 1 minus observed over expected disagreement, for any number of raters and missing
 * ratings.
 * Method: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability. Interval by resampling calls with
 * replacement, percentiles; resamples without any variation are left out.
 * @param table - calls by raters; calls with fewer than two ratings say nothing
 * @param options - without them there is no interval
 * @returns the figure, or why there is none
 * @example
 * krippendorffAlpha([[1, 1], [2, 2], [3, 3], [1, 2]], 'nominal') //=> { kind: 'value', value: 0.6666666666666667 }
 */
export function krippendorffAlpha(table: RatingTable, metric: AlphaMetric, options?: BootstrapOptions): Figure {
  const raters = table.some((row) => row.filter((rating) => rating !== null).length >= 2)
  if (!raters) return undefinedFigure(oneRater(table) ? 'one-rater' : 'nothing-in-common')
  const units = metric === 'interval' ? new MomentUnits(table) : new LevelUnits(table, metric)
  const value = units.alpha(undefined)
  if (value === undefined) return undefinedFigure('no-variation')
  if (!options || units.count < 2) return { kind: 'value', value }
  const { seed, resamples = 1_000, confidence = 0.95 } = options
  const random = seedrandom(seed)
  const drawn = new Int32Array(units.count)
  const values = new Float64Array(resamples)
  let kept = 0
  for (let round = 0; round < resamples; round++) {
    drawn.fill(0)
    for (let call = 0; call < units.count; call++) {
      const place = Math.floor(random() * units.count)
      drawn[place] = (drawn[place] ?? 0) + 1
    }
    const resampled = units.alpha(drawn)
    if (resampled !== undefined) values[kept++] = resampled
  }
  if (kept < resamples / 2) return { kind: 'value', value }
  const sorted = values.subarray(0, kept).sort()
  return {
    kind: 'value',
    value,
    interval: {
      lower: percentile(sorted, (1 - confidence) / 2),
      upper: percentile(sorted, (1 + confidence) / 2),
      confidence,
      method: 'bootstrap',
    },
  }
}

function oneRater(table: RatingTable): boolean {
  const raters = new Set(table.flatMap((row) => row.flatMap((rating, rater) => (rating === null ? [] : [rater]))))
  return raters.size < 2
}
