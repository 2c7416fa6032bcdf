import type { Interval } from './interval.js'

/**
 * Wilson's score interval without continuity correction.
 * @param share - found share, 0 to 1, not necessarily of whole counts
 * @param trials - above 0
 * @param z - normal quantile at (1 + confidence) / 2
 */
export function wilsonInterval(share: number, trials: number, z: number): Interval {
  return { lower: lowerLimit(share, trials, z), upper: 1 - lowerLimit(1 - share, trials, z) }
}

/** Half the width of the interval. */
export function wilsonHalfWidth(share: number, trials: number, z: number): number {
  const ratio = (z * z) / trials
  return (z / (1 + ratio)) * Math.sqrt((share * (1 - share) + ratio / 4) / trials)
}

/** By the product of the limits, share^2 / (1 + z^2 / n), since the difference cancels for small shares. */
function lowerLimit(share: number, trials: number, z: number): number {
  const ratio = (z * z) / trials
  const upper = (share + ratio / 2 + z * Math.sqrt((share * (1 - share) + ratio / 4) / trials)) / (1 + ratio)
  return (share * share) / (1 + ratio) / upper
}
