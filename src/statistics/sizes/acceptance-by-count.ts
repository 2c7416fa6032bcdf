import { hypergeometricTails } from '../distributions/hypergeometric.js'

/**
 * Computes the probability of at most `acceptable` violating calls among `checked` of a population that holds
 * `violating`.
 */
export function acceptanceByCount(acceptable: number, checked: number, violating: number, population: number): number {
  return hypergeometricTails(acceptable, { population, marked: violating, drawn: checked }).lower
}
