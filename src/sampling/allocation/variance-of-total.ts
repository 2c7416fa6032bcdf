import type { MeasuredStratum } from './measured-stratum.js'

/**
 * Computes the variance of an estimated total, sum N^2 S^2 (1 / n - 1 / N). Source: Cochran 1977, 5.6.
 * @param strata - sizes and spreads
 * @param counts - calls of each stratum, over 0 where it has a spread
 */
export function varianceOfTotal(strata: readonly MeasuredStratum[], counts: ArrayLike<number>): number {
  let variance = 0
  for (const [index, { size, spread }] of strata.entries()) {
    if (spread > 0) variance += (size * spread) ** 2 * (1 / (counts[index] as number) - 1 / size)
  }
  return variance
}
