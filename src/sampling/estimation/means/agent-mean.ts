import type { StratumMoments } from '../strata/stratum-moments.js'
import type { RatioMean } from './ratio-mean.js'

/**
 * Computes an agent's mean with an effective size of at most Kish's: a variance of at least that of the agent's calls
 * by Kish's size. Linearisation alone sees next to none where one call weighs as much as all others together.
 */
export function agentMean(strata: readonly StratumMoments[], mean: RatioMean): RatioMean {
  const { n, variance, kishSize } = mean
  if (n < 2) return mean
  const held = strata.filter(({ count }) => count > 0)
  const shift = held[0]?.mean ?? 0
  const centre = shift + held.reduce((sum, { count, mean: own }) => sum + count * (own - shift), 0) / n
  const squares = held.reduce(
    (sum, { count, mean: own, squares: within }) => sum + within + count * (own - centre) ** 2,
    0,
  )
  return { ...mean, variance: Math.max(variance, squares / (n - 1) / kishSize) }
}
