import { checkShare, checkWhole } from '../check-arguments.js'
import { betaTails } from './beta-tails.js'
import { deviance } from './deviance.js'
import { discreteQuantile, type Tails } from './discrete-quantile.js'
import { standardNormalQuantile } from './standard-normal-quantile.js'
import { stirlingError } from './stirling-error.js'

/**
 * The binomial distribution: marked among `trials` independent ones.
 * Method: probability by Loader's saddle-point form (2000); tails by the incomplete beta function.
 * @example
 * binomial.cdf(0, 598, 0.005) //=> 0.049911691230058425
 */
export const binomial = Object.freeze({
  /**
   * Computes the probability of exactly `k`.
   * @param k - a whole number; outside 0..trials the probability is 0
   * @param trials - a whole number, 0 or more
   * @param probability - of one trial, 0 to 1
   * @throws CallgradeError `statistics/argument` when one of them is outside its range
   */
  probability(k: number, trials: number, probability: number): number {
    check(k, trials, probability)
    return k < 0 || k > trials ? 0 : binomialProbability(k, trials, probability, 1 - probability)
  },
  /**
   * Computes the probability of at most `k`.
   * @param k - a whole number
   * @param trials - a whole number, 0 or more
   * @param probability - of one trial, 0 to 1
   * @throws CallgradeError `statistics/argument` when one of them is outside its range
   */
  cdf(k: number, trials: number, probability: number): number {
    check(k, trials, probability)
    return tailsAt(k, trials, probability).lower
  },
  /**
   * Computes the probability of more than `k`.
   * @param k - a whole number
   * @param trials - a whole number, 0 or more
   * @param probability - of one trial, 0 to 1
   * @throws CallgradeError `statistics/argument` when one of them is outside its range
   */
  survival(k: number, trials: number, probability: number): number {
    check(k, trials, probability)
    return tailsAt(k, trials, probability).upper
  },
  /**
   * Computes the least number that is not exceeded with probability `p` or more.
   * @param p - 0 to 1
   * @param trials - a whole number, 0 or more
   * @param probability - of one trial, 0 to 1
   * @throws CallgradeError `statistics/argument` when one of them is outside its range
   */
  quantile(p: number, trials: number, probability: number): number {
    checkShare('p', p)
    check(0, trials, probability)
    if (p === 0 || probability === 0) return 0
    if (p === 1 || probability === 1) return trials
    const deviation = Math.sqrt(trials * probability * (1 - probability))
    const z = standardNormalQuantile(p)
    const guess = trials * probability + z * deviation + ((z * z - 1) * (1 - 2 * probability)) / 6 - 0.5
    const spread = (1 + z * z) / 30 + deviation / 50
    return discreteQuantile(p, (k) => tailsAt(k, trials, probability), 0, trials, guess, spread)
  },
})

/**
 * Computes the probability of `k` of `trials`, by Loader's saddle-point form.
 * @param rest - 1 - `probability`
 */
export function binomialProbability(k: number, trials: number, probability: number, rest: number): number {
  if (probability === 0) return k === 0 ? 1 : 0
  if (rest === 0) return k === trials ? 1 : 0
  if (k === 0) return Math.exp(powerOfComplement(trials, probability, rest))
  if (k === trials) return Math.exp(powerOfComplement(trials, rest, probability))
  const others = trials - k
  const exponent =
    stirlingError(trials) -
    stirlingError(k) -
    stirlingError(others) -
    deviance(k, trials * probability) -
    deviance(others, trials * rest)
  return Math.exp(exponent) * Math.sqrt(trials / (2 * Math.PI * k) / others)
}

/** Computes trials x ln(rest) by the smaller of the two shares, which holds more digits. */
function powerOfComplement(trials: number, share: number, rest: number): number {
  return trials * (share < rest ? Math.log1p(-share) : Math.log(rest))
}

function tailsAt(k: number, trials: number, probability: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 }
  if (k >= trials) return { lower: 1, upper: 0 }
  return betaTails(trials - k, k + 1, 1 - probability, probability)
}

function check(k: number, trials: number, probability: number): void {
  checkWhole('k', k)
  checkWhole('trials', trials, 0)
  checkShare('probability', probability)
}
