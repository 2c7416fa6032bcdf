/** Slack in the product of a share and a population, so that 0.07 of 100 are 7. */
const SLACK = 1e-9

/**
 * Computes the least number of calls that is at least the share of the population.
 * @param share - 0 to 1
 */
export function violatingAt(share: number, population: number): number {
  return Math.max(0, Math.ceil(share * population * (1 - 1e-15) - SLACK))
}
