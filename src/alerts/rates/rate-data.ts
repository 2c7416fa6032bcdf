import type { RateReference } from '../policy/alert-policy.js'
import type { RateGroup } from './rate-counts.js'

/** Local dates as days since 1970, both included. */
export interface Days {
  readonly from: number
  readonly through: number
}

/** One stratum of a group in its window, and the others of its kind in the days before. */
export interface RateStratum {
  /** Labels that its calls share. */
  readonly stratum: string
  readonly rated: number
  readonly found: number
  readonly othersRated: number
  readonly othersFound: number
}

/** Numbers that a rate is tested on. */
export interface RateData {
  readonly rated: number
  readonly found: number
  readonly strata: readonly RateStratum[]
}

/** Collects a group's ratings in the window and, where the reference is a history, the others' before it. */
export function rateDataOf(group: RateGroup, reference: RateReference, window: Days): RateData {
  const history =
    'history' in reference ? { from: window.from - reference.history.days, through: window.from - 1 } : undefined
  const strata: RateStratum[] = []
  let [rated, found] = [0, 0]
  for (const [stratum, cell] of group.cells) {
    const own = {
      rated: cell.rated.sum(window.from, window.through),
      found: cell.found.sum(window.from, window.through),
    }
    if (own.rated === 0 && own.found === 0) continue
    rated += own.rated
    found += own.found
    let [othersRated, othersFound] = [0, 0]
    const all = history && group.peers.get(stratum)
    if (all) {
      // The group itself is no part of its own reference.
      othersRated = all.rated.sum(history.from, history.through) - cell.rated.sum(history.from, history.through)
      othersFound = all.found.sum(history.from, history.through) - cell.found.sum(history.from, history.through)
    }
    strata.push({ stratum, ...own, othersRated, othersFound })
  }
  return { rated, found, strata }
}
