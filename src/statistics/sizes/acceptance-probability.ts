import { betaTails } from '../distributions/beta-tails.js'
import { hypergeometricTails } from '../distributions/hypergeometric.js'

/** Slack in the product of a share and a population, so that 0.07 of 100 are 7. */
const SLACK = 1e-9

/**
 * The least number of calls that is at least the share of the population.
 * @param share - 0 to 1
 */
export function violatingAt(share: number, population: number): number {
  return Math.max(0, Math.ceil(share * population * (1 - 1e-15) - SLACK))
}

/** Probability of at most `acceptable` violating calls among `checked` independent ones. */
export function acceptanceByRate(acceptable: number, checked: number, rate: number): number {
  if (acceptable >= checked) return 1
  return betaTails(checked - acceptable, acceptable + 1, 1 - rate, rate).lower
}

/** Probability of at most `acceptable` violating calls among `checked` of a population that holds `violating`. */
export function acceptanceByCount(acceptable: number, checked: number, violating: number, population: number): number {
  return hypergeometricTails(acceptable, { population, marked: violating, drawn: checked }).lower
}
