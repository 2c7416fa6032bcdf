import { deviance } from './deviance.js'
import { legendreRule } from './legendre-rule.js'
import { stirlingError } from './stirling-error.js'

/** Both tails of a beta variable at one point; the smaller is exact to some 1e-13 of itself. */
export interface BetaTails {
  /** Probability of at most x. */
  readonly lower: number
  /** Probability of more than x. */
  readonly upper: number
  /** x^a y^b / B(a, b): the density of ln(x / y). */
  readonly density: number
}

/** Shapes from which an integral near the mean is cheaper than the continued fraction, tried. */
const INTEGRAL_FROM_SHAPE = 2000
/** Standard deviations from the mean up to which that is so, tried. */
const INTEGRAL_TO_DEVIATIONS = 6
/** The integrand is left where it is under exp(-40), 4e-18 of its first value. */
const LEAST_EXPONENT = 40
const MOST_TERMS = 1e6
/** Beyond this logit one term of the power series is the whole tail, and x itself may be no double. */
const FAR_LOGIT = 600

const RULE = /* @__PURE__ */ legendreRule(40)

/**
 * Computes the regularised incomplete beta function and its complement.
 * Method: prefactor by Loader's saddle-point form, so that large shapes keep their digits; times the continued
 * fraction of DiDonato and Morris (1992, ACM TOMS 708, eq. 9), evaluated by Lentz's method, on the side of the mean
 * where it converges; for two large shapes near the mean a Gauss-Legendre integral of the tail.
 * @param x - from 0 to 1
 * @param y - 1 - x, given apart so that both keep their digits
 * @param scale - `betaScale(a, b)`, where it is at hand
 */
export function betaTails(a: number, b: number, x: number, y: number, scale = betaScale(a, b)): BetaTails {
  if (x <= 0) return { lower: 0, upper: 1, density: 0 }
  if (y <= 0) return { lower: 1, upper: 0, density: 0 }
  const sum = a + b
  // Halved, so that a prefactor under the least double still gives a tail above it.
  const root = Math.exp((scale - deviance(a, sum * x) - deviance(b, sum * y)) / 2)
  const density = root * root
  if (a * y >= b * x) {
    const lower = Math.min(1, root * tailFactor(a, b, x, y) * root)
    return { lower, upper: 1 - lower, density }
  }
  const upper = Math.min(1, root * tailFactor(b, a, y, x) * root)
  return { lower: 1 - upper, upper, density }
}

/** Computes the same at x = 1 / (1 + exp(-logit)), also where x or 1 - x is less than the least double. */
export function betaTailsAtLogit(a: number, b: number, logit: number, scale: number): BetaTails {
  if (logit < -FAR_LOGIT) {
    const density = Math.exp(a * logit - logBeta(a, b, scale))
    return { lower: Math.min(1, density / a), upper: Math.max(0, 1 - density / a), density }
  }
  if (logit > FAR_LOGIT) {
    const { lower, upper, density } = betaTailsAtLogit(b, a, -logit, scale)
    return { lower: upper, upper: lower, density }
  }
  return betaTails(a, b, 1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit)), scale)
}

/** Computes the logarithm of the factor of the prefactor that depends on the shapes alone. */
export function betaScale(a: number, b: number): number {
  const sum = a + b
  return 0.5 * Math.log((a / sum) * (b / (2 * Math.PI))) + stirlingError(sum) - stirlingError(a) - stirlingError(b)
}

/** Computes ln B(a, b). */
export function logBeta(a: number, b: number, scale: number): number {
  return -scale - a * Math.log1p(b / a) - b * Math.log1p(a / b)
}

/** Computes the lower tail divided by the prefactor, for x at most the mean. */
function tailFactor(a: number, b: number, x: number, y: number): number {
  if (Math.min(a, b) > INTEGRAL_FROM_SHAPE) {
    const deviation = Math.sqrt((a / (a + b)) * b)
    const distance = (a * y - b * x) / deviation
    if (distance < INTEGRAL_TO_DEVIATIONS) return byIntegral(a, b, x, y, distance)
  }
  return 1 / byFraction(a, b, x, y)
}

function byFraction(a: number, b: number, x: number, y: number): number {
  const distance = a * y - b * x
  let fraction = (a * (distance + 1)) / (a + 1)
  let c = fraction
  let d = 0
  for (let m = 1; m < MOST_TERMS; m++) {
    const odd = a + 2 * m - 1
    const numerator = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x
    const denominator = m + (m * (b - m) * x) / odd + ((a + m) * (distance + 1 + m * (1 + y))) / (odd + 2)
    d = 1 / (denominator + numerator * d)
    c = denominator + numerator / c
    const change = c * d
    fraction *= change
    if (Math.abs(change - 1) < 2e-16) break
  }
  return fraction
}

/** Integrates the density from 0 to x, divided by x^a y^b: in t = x - u, as far down as it matters. */
function byIntegral(a: number, b: number, x: number, y: number, distance: number): number {
  const deviation = Math.sqrt((x / (a + b)) * y)
  const range = Math.min(x, deviation * (Math.sqrt(distance * distance + 2 * LEAST_EXPONENT) - distance) * 1.1)
  let sum = 0
  for (let i = 0; i < RULE.nodes.length; i++) {
    const u = range * (RULE.nodes[i] ?? 0)
    if (u < x) sum += (RULE.weights[i] ?? 0) * Math.exp((a - 1) * Math.log1p(-u / x) + (b - 1) * Math.log1p(u / y))
  }
  return (sum * range) / (x * y)
}
