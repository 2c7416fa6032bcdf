import { checkShare, checkWhole } from '../check-arguments.js'
import { binomialProbability } from './binomial.js'
import { checkDraw } from './check-draw.js'
import { discreteQuantile, type Tails } from './discrete-quantile.js'
import type { HypergeometricDraw } from './hypergeometric-draw.js'
import { standardNormalQuantile } from './standard-normal-quantile.js'

/**
 * The hypergeometric distribution: marked calls among those drawn without replacement.
 * Method: probability as a quotient of binomial ones (Loader 2000); tails summed by the ratio of neighbours from
 * `k` away from the mean, so that all terms fall.
 * @example
 * hypergeometric.cdf(0, { population: 1000, marked: 5, drawn: 450 }) //=> 0.04991660447138963
 */
export const hypergeometric = Object.freeze({
  /**
   * Computes the probability of exactly `k`.
   * @param k - a whole number; 0 where it cannot be
   * @param draw - `population`, and of it `marked` and `drawn`
   * @throws CallgradeError `statistics/argument` when one of them is outside its range
   */
  probability(k: number, draw: HypergeometricDraw): number {
    check(k, draw)
    return k < leastOf(draw) || k > greatestOf(draw) ? 0 : hypergeometricProbability(k, draw)
  },
  /**
   * Computes the probability of at most `k`.
   * @param k - a whole number
   * @param draw - `population`, and of it `marked` and `drawn`
   * @throws CallgradeError `statistics/argument` when one of them is outside its range
   */
  cdf(k: number, draw: HypergeometricDraw): number {
    check(k, draw)
    return hypergeometricTails(k, draw).lower
  },
  /**
   * Computes the probability of more than `k`.
   * @param k - a whole number
   * @param draw - `population`, and of it `marked` and `drawn`
   * @throws CallgradeError `statistics/argument` when one of them is outside its range
   */
  survival(k: number, draw: HypergeometricDraw): number {
    check(k, draw)
    return hypergeometricTails(k, draw).upper
  },
  /**
   * Computes the least number that is not exceeded with probability `p` or more.
   * @param p - 0 to 1
   * @param draw - `population`, and of it `marked` and `drawn`
   * @throws CallgradeError `statistics/argument` when one of them is outside its range
   */
  quantile(p: number, draw: HypergeometricDraw): number {
    checkShare('p', p)
    check(0, draw)
    const [least, greatest] = [leastOf(draw), greatestOf(draw)]
    if (p === 0 || least === greatest) return least
    if (p === 1) return greatest
    const share = draw.marked / draw.population
    const left = (draw.population - draw.drawn) / (draw.population - 1)
    const deviation = Math.sqrt(draw.drawn * share * (1 - share) * left)
    const z = standardNormalQuantile(p)
    const guess = draw.drawn * share + z * deviation - 0.5
    const spread = (1 + z * z) / 12 + deviation / 50
    return discreteQuantile(p, (k) => hypergeometricTails(k, draw), least, greatest, guess, spread)
  },
})

/** Computes both tails at `k`, for arguments that have been checked. */
export function hypergeometricTails(k: number, draw: HypergeometricDraw): Tails {
  if (k < leastOf(draw)) return { lower: 0, upper: 1 }
  if (k >= greatestOf(draw)) return { lower: 1, upper: 0 }
  if ((k + 0.5) * draw.population <= draw.drawn * draw.marked) {
    const lower = Math.min(1, hypergeometricProbability(k, draw) * sumDown(k, draw))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, hypergeometricProbability(k + 1, draw) * sumUp(k + 1, draw))
  return { lower: 1 - upper, upper }
}

/** Computes the probability of `k`, which lies between the least and the greatest possible. */
export function hypergeometricProbability(k: number, { population, marked, drawn }: HypergeometricDraw): number {
  if (drawn === 0 || drawn === population) return 1
  const share = drawn / population
  const rest = (population - drawn) / population
  return (
    (binomialProbability(k, marked, share, rest) / binomialProbability(drawn, population, share, rest)) *
    binomialProbability(drawn - k, population - marked, share, rest)
  )
}

/** Computes the sum of the probabilities from `k` downwards, over the one of `k`. */
function sumDown(k: number, { population, marked, drawn }: HypergeometricDraw): number {
  const beyond = population - marked - drawn
  let sum = 1
  let term = 1
  for (let i = k; i > 0; i--) {
    term *= (i / (marked - i + 1)) * ((beyond + i) / (drawn - i + 1))
    const next = sum + term
    if (next === sum) break
    sum = next
  }
  return sum
}

/** Computes the sum of the probabilities from `k` upwards, over the one of `k`. */
function sumUp(k: number, { population, marked, drawn }: HypergeometricDraw): number {
  const beyond = population - marked - drawn
  let sum = 1
  let term = 1
  for (let i = k + 1; i <= drawn; i++) {
    term *= ((marked - i + 1) / i) * ((drawn - i + 1) / (beyond + i))
    const next = sum + term
    if (next === sum) break
    sum = next
  }
  return sum
}

function leastOf({ population, marked, drawn }: HypergeometricDraw): number {
  return Math.max(0, marked + drawn - population)
}

function greatestOf({ marked, drawn }: HypergeometricDraw): number {
  return Math.min(marked, drawn)
}

function check(k: number, draw: HypergeometricDraw): void {
  checkDraw('draw', draw)
  checkWhole('k', k)
}
