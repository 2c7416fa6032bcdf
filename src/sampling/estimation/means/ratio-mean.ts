import type { SingleCallPolicy } from '../estimate-result.js'
import type { StratumMoments } from '../strata/stratum-moments.js'
import { type TotalVariance, totalVariance } from '../strata/total-variance.js'

/** The weighted mean of a domain's calls, which of all calls is the stratified mean. */
export interface RatioMean extends TotalVariance {
  /** Calls of the domain, at least 1. */
  readonly n: number
  readonly estimate: number
  /** n less the strata that hold any of the domain. */
  readonly degreesOfFreedomWithin: number
  /** Kish's effective size, the squared sum of the weights by the sum of their squares. */
  readonly kishSize: number
}

const NO_CALLS: StratumMoments = { size: 1, drawn: 1, count: 0, mean: 0, squares: 0, least: 0, greatest: 0 }

/**
 * Computes the mean of a domain by linearisation (Särndal, Swensson and Wretman 1992, 5.8): sum of w y by sum of w,
 * with the variance of the residuals over all drawn calls, those outside the domain counting 0. Where every drawn call
 * belongs to the domain it is the stratified mean with its textbook variance.
 */
export function ratioMean(
  strata: readonly StratumMoments[],
  policy: SingleCallPolicy | undefined,
): RatioMean | undefined {
  let n = 0
  let holding = 0
  let weight = 0
  let weightSquares = 0
  let shift = 0
  for (const { size, drawn, count, mean } of strata) {
    if (count === 0) continue
    if (holding === 0) shift = mean
    n += count
    holding++
    weight += (size / drawn) * count
    weightSquares += (size / drawn) ** 2 * count
  }
  if (n === 0) return undefined
  let above = 0
  for (const { size, drawn, count, mean } of strata) above += (size / drawn) * count * (mean - shift)
  const estimate = shift + above / weight

  // One object for all strata: a report makes millions of terms.
  const term = { size: 0, drawn: 0, squares: 0, largest: 0, sum: 0 }
  const termOf = (index: number) => {
    const { size, drawn, count, mean, squares, least, greatest } = strata[index] ?? NO_CALLS
    const distance = count === 0 ? 0 : mean - estimate
    // The calls outside the domain are zeros, which pull the mean of the residuals towards zero.
    const centre = estimate + (count / drawn) * distance
    const largest = count === 0 ? 0 : Math.max((greatest - centre) ** 2, (least - centre) ** 2)
    term.size = size
    term.drawn = drawn
    term.squares = (squares + count * (1 - count / drawn) * distance ** 2) / weight ** 2
    term.largest = largest / weight ** 2
    term.sum = (count * distance) / weight
    return term
  }
  return {
    n,
    estimate,
    degreesOfFreedomWithin: n - holding,
    kishSize: weight ** 2 / weightSquares,
    ...totalVariance(strata.length, termOf, policy),
  }
}
