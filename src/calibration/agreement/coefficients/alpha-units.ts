import { mean } from '../../../statistics/mean.js'
import type { RatingTable } from '../tables/rating-table.js'

interface Units {
  readonly count: number
  /**
   * Computes alpha.
   * @param drawn - how often each call counts; once each where undefined
   */
  alpha(drawn: Int32Array | undefined): number | undefined
}

/** Units by squared differences: sums over calls are enough. */
export class MomentUnits implements Units {
  readonly count: number
  private readonly ratings: Float64Array
  private readonly sums: Float64Array
  private readonly squares: Float64Array
  private readonly within: Float64Array

  constructor(table: RatingTable) {
    const rows = sharedRows(table)
    // About the mean, so that large scores lose no digits.
    const all = rows.flat()
    const centre = mean(all)
    this.count = rows.length
    this.ratings = Float64Array.from(rows, (row) => row.length)
    this.sums = Float64Array.from(rows, (row) => row.reduce((total, rating) => total + rating - centre, 0))
    this.squares = Float64Array.from(rows, (row) => row.reduce((total, rating) => total + (rating - centre) ** 2, 0))
    this.within = Float64Array.from(rows, (row) => {
      let squares = 0
      for (const [place, a] of row.entries()) for (const b of row.slice(place + 1)) squares += 2 * (a - b) ** 2
      return squares / (row.length - 1)
    })
  }

  alpha(drawn: Int32Array | undefined): number | undefined {
    let [n, total, squares, within] = [0, 0, 0, 0]
    for (let call = 0; call < this.count; call++) {
      const times = drawn ? (drawn[call] ?? 0) : 1
      if (times === 0) continue
      n += times * (this.ratings[call] ?? 0)
      total += times * (this.sums[call] ?? 0)
      squares += times * (this.squares[call] ?? 0)
      within += times * (this.within[call] ?? 0)
    }
    const between = (2 * (n * squares - total ** 2)) / (n - 1)
    return between > 1e-12 * n * squares ? 1 - within / between : undefined
  }
}

/** Units by levels that occur: coincidences of pairs of levels, summed over calls. */
export class LevelUnits implements Units {
  readonly count: number
  private readonly levels: number
  /** By call: coincidences of each two levels, and ratings of each level. */
  private readonly coincidences: readonly Float64Array[]
  private readonly counts: readonly Float64Array[]

  constructor(
    table: RatingTable,
    private readonly metric: 'nominal' | 'ordinal',
  ) {
    const rows = sharedRows(table)
    const values = [...new Set(rows.flat())].sort((a, b) => a - b)
    const places = new Map(values.map((value, place) => [value, place]))
    const q = values.length
    this.levels = q
    this.count = rows.length
    this.counts = rows.map((row) => {
      const counts = new Float64Array(q)
      for (const rating of row) {
        const place = places.get(rating) ?? 0
        counts[place] = (counts[place] ?? 0) + 1
      }
      return counts
    })
    this.coincidences = this.counts.map((counts, call) => {
      const pairs = new Float64Array(q * q)
      const others = (rows[call]?.length ?? 2) - 1
      for (let c = 0; c < q; c++)
        for (let k = 0; k < q; k++) if (c !== k) pairs[c * q + k] = ((counts[c] ?? 0) * (counts[k] ?? 0)) / others
      return pairs
    })
  }

  alpha(drawn: Int32Array | undefined): number | undefined {
    const q = this.levels
    const pairs = new Float64Array(q * q)
    const counts = new Float64Array(q)
    for (let call = 0; call < this.count; call++) {
      const times = drawn ? (drawn[call] ?? 0) : 1
      if (times === 0) continue
      const own = this.coincidences[call]
      const levels = this.counts[call]
      if (!own || !levels) continue
      for (let place = 0; place < own.length; place++) pairs[place] = (pairs[place] ?? 0) + times * (own[place] ?? 0)
      for (let level = 0; level < q; level++) counts[level] = (counts[level] ?? 0) + times * (levels[level] ?? 0)
    }
    let n = 0
    for (const count of counts) n += count
    let [observed, expected] = [0, 0]
    for (let c = 0; c < q; c++)
      for (let k = 0; k < q; k++) {
        if (c === k) continue
        const distance = this.metric === 'nominal' ? 1 : ordinalDistance(counts, Math.min(c, k), Math.max(c, k))
        observed += (pairs[c * q + k] ?? 0) * distance
        expected += (counts[c] ?? 0) * (counts[k] ?? 0) * distance
      }
    return expected > 0 ? 1 - ((n - 1) * observed) / expected : undefined
  }
}

/** Computes the squared number of ratings between the middle of one level and the middle of the other. */
function ordinalDistance(counts: Float64Array, from: number, to: number): number {
  let between = -((counts[from] ?? 0) + (counts[to] ?? 0)) / 2
  for (let level = from; level <= to; level++) between += counts[level] ?? 0
  return between ** 2
}

function sharedRows(table: RatingTable): readonly (readonly number[])[] {
  return table.map((row) => row.filter((rating) => rating !== null)).filter((row) => row.length >= 2)
}
