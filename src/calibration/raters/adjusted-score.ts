/**
 * Returns a score as an average rater would have given it. Nothing in callgrade adjusts scores by itself.
 * @example
 * adjustedScore(82, 3.5) //=> 78.5
 */
export function adjustedScore(score: number, effect: number, maximum = 100): number {
  return Math.min(maximum, Math.max(0, score - effect))
}
