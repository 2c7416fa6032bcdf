import { checkNumber, checkPositive, checkShare } from '../check-arguments.js'
import { betaLogit } from './beta-logit.js'
import { betaScale, betaTailsAtLogit } from './beta-tails.js'
import { standardNormalQuantile } from './standard-normal-quantile.js'

/**
 * Student's t distribution with real degrees of freedom.
 * Method: df / (df + t^2) is beta(df / 2, 1 / 2); see `betaTails`. Quantiles start from the expansion around the
 * normal one (Abramowitz and Stegun 26.7.5).
 * @example
 * studentT.quantile(0.975, 124.63) //=> 1.9791815375019568
 */
export const studentT = Object.freeze({
  /**
   * Computes the probability of at most `t`.
   * @param degreesOfFreedom - above 0, also not whole
   * @throws CallgradeError `statistics/argument` when `t` is no number or `degreesOfFreedom` is not above 0
   */
  cdf(t: number, degreesOfFreedom: number): number {
    checkNumber('t', t)
    checkPositive('degreesOfFreedom', degreesOfFreedom)
    return lowerTail(t, degreesOfFreedom)
  },
  /**
   * Computes the probability of more than `t`.
   * @param degreesOfFreedom - above 0, also not whole
   * @throws CallgradeError `statistics/argument` when `t` is no number or `degreesOfFreedom` is not above 0
   */
  survival(t: number, degreesOfFreedom: number): number {
    checkNumber('t', t)
    checkPositive('degreesOfFreedom', degreesOfFreedom)
    return lowerTail(-t, degreesOfFreedom)
  },
  /**
   * Computes the value that is not exceeded with probability `p`.
   * @param p - 0 to 1; the ends give -Infinity and Infinity
   * @param degreesOfFreedom - above 0, also not whole
   * @throws CallgradeError `statistics/argument` when `p` or `degreesOfFreedom` is outside its range
   */
  quantile(p: number, degreesOfFreedom: number): number {
    checkShare('p', p)
    checkPositive('degreesOfFreedom', degreesOfFreedom)
    if (p === 0.5) return 0
    if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
    const tail = p < 0.5 ? p : 1 - p
    const size = upperPoint(tail, Math.abs(p - 0.5), degreesOfFreedom)
    return p < 0.5 ? -size : size
  },
})

function lowerTail(t: number, degreesOfFreedom: number): number {
  if (t === 0) return 0.5
  if (!Number.isFinite(t)) return t < 0 ? 0 : 1
  const a = degreesOfFreedom / 2
  // In logarithms, since the square of t may be no double.
  const logit = Math.log(degreesOfFreedom) - 2 * Math.log(Math.abs(t))
  const { lower, upper } = betaTailsAtLogit(a, 0.5, logit, betaScale(a, 0.5))
  return t < 0 ? lower / 2 : 0.5 + upper / 2
}

/**
 * Computes the point of Student's t with the probability `tail` above it, from the beta quantile.
 * @param central - 1/2 - `tail`, given apart so that both keep their digits
 */
function upperPoint(tail: number, central: number, degreesOfFreedom: number): number {
  const z = -standardNormalQuantile(tail)
  const logDegrees = Math.log(degreesOfFreedom)
  const guess = z + (z * (z * z + 1)) / (4 * degreesOfFreedom)
  const start = z > 0 && z * z < degreesOfFreedom ? logDegrees - 2 * Math.log(guess) : undefined
  const logit = betaLogit(2 * tail, 2 * central, degreesOfFreedom / 2, 0.5, start)
  return Math.exp((logDegrees - logit) / 2)
}
