import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { isCount } from '../arguments/is-count.js'
import { isMeasure } from '../arguments/is-measure.js'

/** A stratum as the classical formulas see it. */
export interface MeasuredStratum {
  /** Calls that there are, a whole number over 0. */
  readonly size: number
  /** Standard deviation within the stratum, divisor size - 1; 0, or 1e-75 to 1e75. */
  readonly spread: number
}

/** Calls of each stratum, in the order of the strata, not rounded, and how exact the estimated mean then is. */
export interface ClassicalAllocation {
  readonly counts: readonly number[]
  /** Of the stratified mean, with the finite population correction; in the unit of the spreads. */
  readonly standardError: number
}

/** @throws CallgradeError `sampling/argument` naming every field that is wrong */
export function checkMeasured(strata: readonly (MeasuredStratum & { readonly cost?: number })[]): void {
  throwIssues(
    strata.flatMap(({ size, spread, cost }, index) => [
      ...(isCount(size) && size > 0
        ? []
        : [argumentIssue('sampling/argument', ['strata', index, 'size'], 'integer >= 1', size)]),
      ...(spread === 0 || isMeasure(spread)
        ? []
        : [argumentIssue('sampling/argument', ['strata', index, 'spread'], '0 | 1e-75..1e75', spread)]),
      ...(cost === undefined || isMeasure(cost)
        ? []
        : [argumentIssue('sampling/argument', ['strata', index, 'cost'], '1e-75..1e75', cost)]),
    ]),
  )
}

/** @throws CallgradeError `sampling/argument` unless the value is a measurement over 0 */
export function checkPositive(name: string, value: number): void {
  if (!isMeasure(value)) throwIssues([argumentIssue('sampling/argument', [name], '> 0', value)])
}

/**
 * The variance of an estimated total, sum N^2 S^2 (1 / n - 1 / N). Source: Cochran 1977, 5.6.
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

/** Counts with the standard error that they give the mean. Counts over the sizes make it smaller than it can be: 0 at least. */
export function withStandardError(strata: readonly MeasuredStratum[], counts: readonly number[]): ClassicalAllocation {
  const calls = strata.reduce((sum, { size }) => sum + size, 0)
  return { counts, standardError: Math.sqrt(Math.max(0, varianceOfTotal(strata, counts))) / calls }
}

/** Shares `total` by weights, of which one at least is over 0. */
export function shareBy(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (!(sum > 0)) throwIssues([argumentIssue('sampling/argument', ['strata'], 'one weight > 0', sum)])
  return weights.map((weight) => (total * weight) / sum)
}
