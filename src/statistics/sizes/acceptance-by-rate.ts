import { betaTails } from '../distributions/beta-tails.js'

/** Computes the probability of at most `acceptable` violating calls among `checked` independent ones. */
export function acceptanceByRate(acceptable: number, checked: number, rate: number): number {
  if (acceptable >= checked) return 1
  return betaTails(checked - acceptable, acceptable + 1, 1 - rate, rate).lower
}
