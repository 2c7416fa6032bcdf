import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { standardNormalQuantile } from '../../statistics/distributions/standard-normal-quantile.js'
import { checkMeasured, checkPositive, type MeasuredStratum } from '../allocation/measured-stratum.js'

/** Settings of `stratifiedSampleSize`. */
export interface StratifiedSampleSizeOptions {
  /** Half the width of the interval of the mean, over 0, in the unit of the spreads. */
  readonly margin: number
  /** Confidence of the interval, over 0 and under 1. */
  readonly confidence: number
  /** @defaultValue `proportional` */
  readonly method?: 'proportional' | 'neyman'
}

/** Tolerance within which a size counts as whole, since doubles round. */
const ROUNDING = 1e-9

/**
 * Computes the calls needed for a margin of the stratified mean, before any bounds of strata.
 * Method: sum N^2 S^2 / w over N^2 (e / z)^2 + sum N S^2, rounded up, w = N_h / N or N_h S_h / sum N S (Cochran 1977,
 * 5.9). S has the divisor N - 1; R's samplingbook takes deviations with divisor N.
 * @param strata - sizes and spreads
 * @param options - margin, confidence, and how calls are to be shared
 * @returns calls in all
 * @throws CallgradeError `sampling/argument`
 * @example
 * stratifiedSampleSize([{ size: 900, spread: 0.5 }, { size: 100, spread: 0.3 }], { margin: 0.05, confidence: 0.95 }) //=> 265
 */
export function stratifiedSampleSize(
  strata: readonly MeasuredStratum[],
  { margin, confidence, method = 'proportional' }: StratifiedSampleSizeOptions,
): number {
  checkMeasured(strata)
  checkPositive('margin', margin)
  if (!(confidence > 0 && confidence < 1))
    throwIssues([argumentIssue('sampling/argument', ['confidence'], '> 0, < 1', confidence)])
  if (method !== 'proportional' && method !== 'neyman')
    throwIssues([argumentIssue('sampling/argument', ['method'], '"proportional" | "neyman"', method)])
  const z = standardNormalQuantile((1 + confidence) / 2)
  let calls = 0
  let roots = 0
  let squares = 0
  for (const { size, spread } of strata) {
    calls += size
    roots += size * spread
    squares += size * spread ** 2
  }
  const needed = method === 'neyman' ? roots ** 2 : calls * squares
  return Math.ceil(needed / ((calls * margin) ** 2 / z ** 2 + squares) - ROUNDING)
}
