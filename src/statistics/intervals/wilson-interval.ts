import type { Interval } from './interval.js'

/**
 * Computes Wilson's score interval without continuity correction.
 * @param share - found share, 0 to 1, not necessarily of whole counts
 * @param trials - above 0
 * @param z - normal quantile at (1 + confidence) / 2
 */
export function wilsonInterval(share: number, trials: number, z: number): Interval {
  return { lower: lowerLimit(share, trials, z), upper: 1 - lowerLimit(1 - share, trials, z) }
}

/** Computes half the width of the interval. */
export function wilsonHalfWidth(share: number, trials: number, z: number): number {
  const ratio = (z * z) / trials
  return (z / (1 + ratio)) * Math.sqrt((share * (1 - share) + ratio / 4) / trials)
}

/**
 * Computes the lower limit by the product of both, share^2 / (1 + z^2 / n), since the difference cancels for small
 * shares.
 */
function lowerLimit(share: number, trials: number, z: number): number {
  const ratio = (z * z) / trials
  const upper = (share + ratio / 2 + z * Math.sqrt((share * (1 - share) + ratio / 4) / trials)) / (1 + ratio)
  return (share * share) / (1 + ratio) / upper
}
