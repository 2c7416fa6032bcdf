import { betaScale, betaTailsAtLogit, logBeta } from './beta-tails.js'
import { standardNormalQuantile } from './standard-normal-quantile.js'

/** Steps after which the bracket has closed even by bisection. */
const MOST_STEPS = 200
/** Relative error of the tail at which one more step, being of third order, is the last. */
const LAST_STEP_UNDER = 1e-5

/**
 * Computes ln(x / (1 - x)) of the beta quantile x. The logarithm of either tail is concave in it, so that Newton's
 * method on the smaller tail cannot cycle; Halley's third-order step is taken, kept within a bracket.
 * @param lower - probability below, above 0
 * @param upper - 1 - `lower`, given apart so that both keep their digits; above 0
 * @param start - a guess, where the caller has a better one
 */
export function betaLogit(lower: number, upper: number, a: number, b: number, start?: number): number {
  const scale = betaScale(a, b)
  const isLower = lower <= upper
  const target = Math.log(isLower ? lower : upper)
  let logit = start ?? firstGuess(lower, upper, a, b, scale)
  let [low, high] = [-Infinity, Infinity]
  for (let step = 0; step < MOST_STEPS; step++) {
    const tails = betaTailsAtLogit(a, b, logit, scale)
    const tail = isLower ? tails.lower : tails.upper
    const excess = (Math.log(tail) - target) * (isLower ? 1 : -1)
    if (excess === 0) return logit
    if (excess < 0) low = logit
    else high = logit
    const next = logit + halley(excess, tails.density / tail, slopeOfDensity(a, b, logit), isLower)
    const isInside = next > low && next < high
    logit = isInside ? next : halfway(low, high, logit)
    if (logit === low || logit === high || (isInside && Math.abs(excess) < LAST_STEP_UNDER)) return logit
  }
  return logit
}

/**
 * Computes a step of Halley's method, kept between half and two and a half times Newton's.
 * @param hazard - density over tail: the slope of the logarithm of the tail
 * @param slope - of the logarithm of the density
 */
function halley(excess: number, hazard: number, slope: number, isLower: boolean): number {
  const newton = -excess / hazard
  const bend = isLower ? (slope - hazard) / 2 : (slope + hazard) / 2
  return newton / Math.min(2, Math.max(0.4, 1 + newton * bend))
}

function slopeOfDensity(a: number, b: number, logit: number): number {
  return a / (1 + Math.exp(logit)) - b / (1 + Math.exp(-logit))
}

function halfway(low: number, high: number, logit: number): number {
  if (low === -Infinity) return logit - Math.max(1, Math.abs(logit))
  if (high === Infinity) return logit + Math.max(1, Math.abs(logit))
  return low / 2 + high / 2
}

/**
 * Guesses by Abramowitz and Stegun 26.5.22 for unimodal densities, else the nearer of the two power laws at the ends.
 */
function firstGuess(lower: number, upper: number, a: number, b: number, scale: number): number {
  if (a > 1 && b > 1) {
    const z = lower <= upper ? -standardNormalQuantile(lower) : standardNormalQuantile(upper)
    const [first, second] = [1 / (2 * a - 1), 1 / (2 * b - 1)]
    const h = 2 / (first + second)
    const l = (z * z - 3) / 6
    if (h + l > 0) {
      const w = (z * Math.sqrt(h + l)) / h - (second - first) * (l + 5 / 6 - 2 / (3 * h))
      return Math.log(a / b) - 2 * w
    }
  }
  const log = logBeta(a, b, scale)
  const atZero = (Math.log(lower) + Math.log(a) + log) / a
  const atOne = (Math.log(upper) + Math.log(b) + log) / b
  const meanLogit = Math.log(a / b)
  if (atZero < Math.min(meanLogit, -1)) return atZero
  if (-atOne > Math.max(meanLogit, 1)) return -atOne
  return meanLogit
}
