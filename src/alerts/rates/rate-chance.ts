import { binomial } from '../../statistics/distributions/binomial.js'
import { sumOfDraws } from '../../statistics/distributions/sum-of-draws.js'
import type { RateReference } from '../policy/alert-policy.js'
import type { RateData } from './rate-data.js'

/**
 * Returns the probability that chance alone shows so many wrong ratings or more.
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

/** Returns the least probability that the group could have shown: that of every rating being wrong. */
export function leastChanceOf(data: RateData, reference: RateReference): number {
  if ('percent' in reference) return (reference.percent / 100) ** data.rated
  let chance = 1
  for (const { rated, othersRated, othersFound } of data.strata)
    for (let wrong = 1; wrong <= rated && chance > 0; wrong++) chance *= (othersFound + wrong) / (othersRated + wrong)
  return chance
}
