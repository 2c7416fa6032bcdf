import { assertNever } from '../../../issues/assert-never.js'
import { refuse } from '../../../issues/refuse.js'

/** Ratings of calls (rows) by raters (columns); null where a rater did not rate a call. */
export type RatingTable = readonly (readonly (number | null)[])[]

/**
 * Weights of the distance between two levels: `nominal` all or nothing, `linear` and `quadratic` by their values,
 * `ordinal` by rank.
 */
export type AgreementWeights = 'nominal' | 'linear' | 'quadratic' | 'ordinal'

/**
 * Computes the agreement that two levels count as, 1 for the same and 0 for the two furthest.
 * @param categories - all levels that the scale declares, whether used or not, in rising order
 */
export function weightMatrix(categories: readonly number[], weights: AgreementWeights): readonly (readonly number[])[] {
  const last = categories.length - 1
  const width = (categories[last] ?? 0) - (categories[0] ?? 0)
  const pairs = (ranks: number): number => ((ranks + 1) * ranks) / 2
  const apart = (row: number, column: number): number => {
    const difference = Math.abs((categories[row] ?? 0) - (categories[column] ?? 0))
    switch (weights) {
      case 'nominal':
        return 1
      case 'linear':
        return difference / width
      case 'quadratic':
        return (difference / width) ** 2
      case 'ordinal':
        return pairs(Math.abs(row - column)) / pairs(last)
      default:
        return assertNever(weights)
    }
  }
  return categories.map((_, row) => categories.map((_, column) => (row === column ? 1 : 1 - apart(row, column))))
}

/** Counts of each level for each call, as agreement over any number of raters takes them. */
export interface LevelCounts {
  /** Level by call and rater, as its place in the scale; -1 where missing. */
  readonly levels: readonly Int32Array[]
  /** By call and level. */
  readonly counts: readonly Float64Array[]
  /** Ratings of each call. */
  readonly ratings: readonly number[]
}

/**
 * Assigns ratings to the levels of a declared scale; calls without ratings are left out.
 * @throws CallgradeError `calibration/argument` for a rating that is no level
 */
export function countLevels(table: RatingTable, categories: readonly number[]): LevelCounts {
  const places = new Map(categories.map((value, place) => [value, place]))
  const levels: Int32Array[] = []
  const counts: Float64Array[] = []
  const ratings: number[] = []
  for (const [call, row] of table.entries()) {
    const placed = new Int32Array(row.length).fill(-1)
    const counted = new Float64Array(categories.length)
    let rated = 0
    for (const [rater, rating] of row.entries()) {
      if (rating === null) continue
      const place = places.get(rating)
      if (place === undefined) refuse('calibration/argument', ['table', call, rater], categories.join(' | '), rating)
      placed[rater] = place
      counted[place] = (counted[place] ?? 0) + 1
      rated++
    }
    if (rated === 0) continue
    levels.push(placed)
    counts.push(counted)
    ratings.push(rated)
  }
  return { levels, counts, ratings }
}

/** Returns the calls that every rater rated. */
export function completeCalls(table: RatingTable): readonly (readonly number[])[] {
  return table.filter((row): row is readonly number[] => row.every((rating) => rating !== null))
}

/** Returns the raters who rated anything. */
export function activeRaters(table: RatingTable): readonly number[] {
  const raters = table[0]?.length ?? 0
  return Array.from({ length: raters }, (_, rater) => rater).filter((rater) =>
    table.some((row) => row[rater] !== null && row[rater] !== undefined),
  )
}

/** Returns the ratings of some raters alone. */
export function columnsOf(table: RatingTable, raters: readonly number[]): RatingTable {
  return table.map((row) => raters.map((rater) => row[rater] ?? null))
}
