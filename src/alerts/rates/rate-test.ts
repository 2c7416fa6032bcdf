import { binomial } from '../../statistics/distributions/binomial.js'
import { sumOfDraws } from '../../statistics/distributions/sum-of-draws.js'
import type { UntestableGroup } from '../alert.js'
import type { RateReference } from '../policy/alert-policy.js'
import type { RateGroup } from './rate-counts.js'

/** Local dates as days since 1970, both included. */
export interface Days {
  readonly from: number
  readonly through: number
}

/** One stratum of a group in its window, and the others of its kind in the days before. */
export interface RateStratum {
  /** What its calls are alike in. */
  readonly stratum: string
  readonly rated: number
  readonly found: number
  readonly othersRated: number
  readonly othersFound: number
}

/** What a rate is tested on. */
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
      // The group itself is left out of what it is compared with.
      othersRated = all.rated.sum(history.from, history.through) - cell.rated.sum(history.from, history.through)
      othersFound = all.found.sum(history.from, history.through) - cell.found.sum(history.from, history.through)
    }
    strata.push({ stratum, ...own, othersRated, othersFound })
  }
  return { rated, found, strata }
}

/** What keeps the data from being tested at all, whatever the others are like. */
export function obstacleOf(data: RateData, reference: RateReference): UntestableGroup['reason'] | undefined {
  if (data.rated === 0) return data.found === 0 ? 'too-few' : 'more-found-than-rated'
  if (data.strata.some(({ rated, found }) => found > rated)) return 'more-found-than-rated'
  if (!('history' in reference)) return undefined
  if (data.strata.some(({ othersRated, othersFound }) => othersFound > othersRated)) return 'more-found-than-rated'
  return data.strata.every(({ othersRated }) => othersRated === 0) ? 'no-history' : undefined
}

/**
 * Probability that chance alone shows so many wrong ratings or more.
 * Against a percentage: the upper binomial tail. Against a history: given how many were wrong in both together, stratum
 * by stratum, the ones in the window are draws without replacement (exact conditional test; with several strata the sum
 * of independent hypergeometric counts, which is Poisson-binomial), so that a short history cannot raise alarms.
 * @param found - wrong ratings by stratum are those of `data`; of their sum at least this many
 */
export function chanceOf(data: RateData, reference: RateReference): number {
  if ('percent' in reference) return binomial.survival(data.found - 1, data.rated, reference.percent / 100)
  return sumOfDraws.survival(
    data.found - 1,
    data.strata.map(({ rated, found, othersRated, othersFound }) => ({
      population: rated + othersRated,
      marked: found + othersFound,
      drawn: rated,
    })),
  )
}

/** The least probability that the group could have shown: that of every rating being wrong. */
export function leastChanceOf(data: RateData, reference: RateReference): number {
  if ('percent' in reference) return (reference.percent / 100) ** data.rated
  let chance = 1
  for (const { rated, othersRated, othersFound } of data.strata)
    for (let wrong = 1; wrong <= rated && chance > 0; wrong++) chance *= (othersFound + wrong) / (othersRated + wrong)
  return chance
}
