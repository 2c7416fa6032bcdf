import { beta, betaUpperQuantile } from '../distributions/beta.js'
import type { Interval } from './interval.js'

/**
 * Computes the exact limits of a share by Clopper and Pearson (1934), for real counts as well (Korn and Graubard 1998).
 * @param successes - 0 or more; 0 has the lower limit 0
 * @param failures - 0 or more; 0 has the upper limit 1
 * @param tail - probability outside each limit: (1 - confidence) / 2, or 1 - confidence for one-sided limits
 * @example
 * exactInterval(0, 20, 0.05) //=> { lower: 0, upper: 0.1391083406682651 }
 */
export function exactInterval(successes: number, failures: number, tail: number): Interval {
  return {
    lower: successes > 0 ? beta.quantile(tail, successes, failures + 1) : 0,
    upper: failures > 0 ? betaUpperQuantile(tail, successes + 1, failures) : 1,
  }
}
