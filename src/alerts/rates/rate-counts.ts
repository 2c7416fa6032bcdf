import { DailyCounts } from './daily-counts.js'

/** Ratings and those found wrong, by day, of one stratum of calls that are alike. */
export interface RateCell {
  readonly rated: DailyCounts
  readonly found: DailyCounts
}

/** Counts of one group under a rate step. */
export interface RateGroup {
  readonly key: string
  /** In the order of the rule's `groupBy`. */
  readonly values: readonly string[]
  /** By stratum; one stratum where nothing is adjusted for. */
  readonly cells: Map<string, RateCell>
  /** All groups that it is compared with, itself included. */
  readonly peers: Map<string, RateCell>
  /** Findings of each rating that was found wrong, so that several findings of one rating count once. */
  readonly wrong: Map<string, number>
}

/** The measured sample, as one rate step of a rule counts it. */
export class RateCounts {
  readonly groups = new Map<string, RateGroup>()
  private readonly peersOf = new Map<string, Map<string, RateCell>>()

  addRated(key: string, values: readonly string[], topic: string, stratum: string, day: number, count: number): void {
    const group = this.groupOf(key, values, topic)
    cellOf(group.cells, stratum).rated.add(day, count)
    cellOf(group.peers, stratum).rated.add(day, count)
  }

  /**
   * Counts a finding of a rating, or takes one back.
   * @param rating - names the rating, so that several findings of it count once
   */
  addFinding(
    key: string,
    values: readonly string[],
    topic: string,
    stratum: string,
    day: number,
    rating: string,
    change: 1 | -1,
  ): void {
    const group = this.groupOf(key, values, topic)
    const before = group.wrong.get(rating) ?? 0
    const after = before + change
    if (after > 0) group.wrong.set(rating, after)
    else group.wrong.delete(rating)
    const difference = Math.sign(after) - Math.sign(before)
    if (difference === 0) return
    cellOf(group.cells, stratum).found.add(day, difference)
    cellOf(group.peers, stratum).found.add(day, difference)
  }

  private groupOf(key: string, values: readonly string[], topic: string): RateGroup {
    let group = this.groups.get(key)
    if (!group) {
      let peers = this.peersOf.get(topic)
      if (!peers) {
        peers = new Map()
        this.peersOf.set(topic, peers)
      }
      group = { key, values, cells: new Map(), peers, wrong: new Map() }
      this.groups.set(key, group)
    }
    return group
  }
}

function cellOf(cells: Map<string, RateCell>, stratum: string): RateCell {
  let cell = cells.get(stratum)
  if (!cell) {
    cell = { rated: new DailyCounts(), found: new DailyCounts() }
    cells.set(stratum, cell)
  }
  return cell
}
