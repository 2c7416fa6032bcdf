import { beta, betaUpperQuantile } from '../distributions/beta.js'
import type { Interval } from './interval.js'

/**
 * Clopper and Pearson's exact limits (1934), for real sizes as well.
 * @param successes - 0 to `trials`; 0 has the lower limit 0, all the upper limit 1
 * @param trials - above 0
 * @param tail - probability outside each limit, (1 - confidence) / 2
 */
export function exactInterval(successes: number, trials: number, tail: number): Interval {
  const failures = trials - successes
  return {
    lower: successes > 0 ? beta.quantile(tail, successes, failures + 1) : 0,
    upper: failures > 0 ? betaUpperQuantile(tail, successes + 1, failures) : 1,
  }
}

/**
 * Jeffreys' equal-tailed interval: quantiles of beta(successes + 1/2, failures + 1/2), at the ends too, so that the
 * lower limit at none found is above 0.
 */
export function jeffreysInterval(successes: number, trials: number, tail: number): Interval {
  const [a, b] = [successes + 0.5, trials - successes + 0.5]
  return { lower: beta.quantile(tail, a, b), upper: betaUpperQuantile(tail, a, b) }
}
