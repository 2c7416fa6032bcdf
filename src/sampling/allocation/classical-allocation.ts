import { sum } from '../../statistics/sum.js'
import type { MeasuredStratum } from './measured-stratum.js'
import { varianceOfTotal } from './variance-of-total.js'

/** Calls of each stratum, in the order of the strata, not rounded, and how exact the estimated mean then is. */
export interface ClassicalAllocation {
  readonly counts: readonly number[]
  /** Standard error of the stratified mean, with the finite population correction; in the unit of the spreads. */
  readonly standardError: number
}

/** Counts with the standard error of the mean, which is at least 0 even where counts exceed sizes. */
export function withStandardError(strata: readonly MeasuredStratum[], counts: readonly number[]): ClassicalAllocation {
  const calls = sum(strata, ({ size }) => size)
  return { counts, standardError: Math.sqrt(Math.max(0, varianceOfTotal(strata, counts))) / calls }
}
