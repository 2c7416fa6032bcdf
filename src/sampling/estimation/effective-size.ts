import { beta } from '../../statistics/distributions/beta.js'
import type { Interval } from './estimate-result.js'

/**
 * What a stratified design gives before anything is seen, as the size of a simple random sample: 1 / sum of
 * W_h^2 (1 - f_h) / n_h; endless where all strata are whole. An observed variance that promises more is luck: rare
 * faults that happen to be seen in over-sampled strata alone.
 */
export function plannedEffectiveSize(strata: readonly { readonly size: number; readonly drawn: number }[]): number {
  const population = strata.reduce((sum, { size }) => sum + size, 0)
  let variance = 0
  for (const { size, drawn } of strata) variance += (size / population) ** 2 * ((size - drawn) / size / drawn)
  return variance === 0 ? Number.POSITIVE_INFINITY : 1 / variance
}

/**
 * Clopper and Pearson's limits at a size that need not be whole (Korn and Graubard 1998).
 * @param share - found, 0 to 1
 * @param size - effective size, over 0
 */
export function exactLimits(share: number, size: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2
  const [found, others] = [size * share, size * (1 - share)]
  return {
    lower: share <= 0 ? 0 : beta.quantile(tail, found, others + 1),
    upper: share >= 1 ? 1 : beta.quantile(1 - tail, found + 1, others),
  }
}
