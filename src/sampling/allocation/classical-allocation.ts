import type { MeasuredStratum } from './measured-stratum.js'
import { varianceOfTotal } from './variance-of-total.js'

/** Calls of each stratum, in the order of the strata, not rounded, and how exact the estimated mean then is. */
export interface ClassicalAllocation {
  readonly counts: readonly number[]
  /** Of the stratified mean, with the finite population correction; in the unit of the spreads. */
  readonly standardError: number
}

/** Counts with the standard error that they give the mean. Counts over the sizes make it smaller than it can be: 0 at least. */
export function withStandardError(strata: readonly MeasuredStratum[], counts: readonly number[]): ClassicalAllocation {
  const calls = strata.reduce((sum, { size }) => sum + size, 0)
  return { counts, standardError: Math.sqrt(Math.max(0, varianceOfTotal(strata, counts))) / calls }
}
