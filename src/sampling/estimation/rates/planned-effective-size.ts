import { sum } from '../../../statistics/sum.js'

/**
 * Computes the effective size of a stratified design before anything is seen, as the size of a simple random sample: 1
 * / sum of W_h^2 (1 - f_h) / n_h; infinite where all strata are drawn whole. It caps the effective size that a sample
 * shows: a smaller observed variance is luck, such as rare faults that were seen in over-sampled strata alone.
 */
export function plannedEffectiveSize(strata: readonly { readonly size: number; readonly drawn: number }[]): number {
  const population = sum(strata, ({ size }) => size)
  let variance = 0
  for (const { size, drawn } of strata) variance += (size / population) ** 2 * ((size - drawn) / size / drawn)
  return variance === 0 ? Number.POSITIVE_INFINITY : 1 / variance
}
