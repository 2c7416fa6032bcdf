import { beta, betaUpperQuantile } from '../distributions/beta.js'
import type { Interval } from './interval.js'

/**
 * Computes Jeffreys' equal-tailed interval of a share: quantiles of beta(successes + 1/2, failures + 1/2), at the ends
 * too, so that the lower limit at none found is above 0.
 * @param tail - probability outside each limit, (1 - confidence) / 2
 */
export function jeffreysInterval(successes: number, failures: number, tail: number): Interval {
  const [a, b] = [successes + 0.5, failures + 0.5]
  return { lower: beta.quantile(tail, a, b), upper: betaUpperQuantile(tail, a, b) }
}
