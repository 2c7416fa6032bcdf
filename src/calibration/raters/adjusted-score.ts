/**
 * Returns a score as an average rater would have given it. Nothing in callgrade adjusts scores by itself.
 * @param score - in points, 0 to `maximum`
 * @param effect - points by which the rater is above the mean of all; below it negative
 * @returns points from 0 to `maximum`
 * @example
 * adjustedScore(82, 3.5) //=> 78.5
 */
export function adjustedScore(score: number, effect: number, maximum = 100): number {
  return Math.min(maximum, Math.max(0, score - effect))
}
