import { argumentIssue } from '../../issues/argument-issue.js'
import type { Issue } from '../../issues/issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { Estimate } from './estimate-result.js'
import { totalRate } from './rate-of-strata.js'
import { type RatioMean, ratioMean } from './ratio-mean.js'
import {
  CONFIDENCE,
  checkOptions,
  checkStrata,
  type EstimationOptions,
  type StratumSample,
  singleCallIssues,
  wholeDomain,
} from './strata.js'
import { countMoments, momentsOf, type StratumMoments } from './stratum-moments.js'
import { type SurveyRateMethod, surveyRate } from './survey-rate.js'

/** Options of a rate. */
export interface RateOptions extends EstimationOptions {
  /**
   * `exact`: hypergeometric for one stratum, Korn-Graubard below the planned effective size for several, exact where
   * none or all was found. The others as R survey's `svyciprop` names them, for comparison.
   * @defaultValue `exact`
   */
  readonly method?: 'exact' | SurveyRateMethod
}

/** What was found in one stratum. */
export interface FoundInStratum {
  readonly key: string
  /** Calls that the stratum holds, N. */
  readonly size: number
  /** Calls drawn from it. */
  readonly drawn: number
  /** Those with the trait. */
  readonly found: number
}

const METHODS: readonly unknown[] = [undefined, 'exact', 'beta', 'logit', 'xlogit', 'likelihood', 'mean']

/**
 * The share of all calls that has a trait, from a stratified sample.
 * Method: one stratum: the exact hypergeometric interval; several: Korn and Graubard (1998) with n - H degrees of
 * freedom and an effective size never above the planned one; none or all found: exact, `greatestUnseen`.
 * @param strata - 1 for a drawn call with the trait, 0 for one without
 * @throws CallgradeError `sampling/argument`, `sampling/single-call-stratum`
 * @example
 * estimateRate([{ key: 'sales', size: 40, values: [1, 0, 0, 1, 0] }]).estimate //=> 0.4
 */
export function estimateRate(strata: readonly StratumSample[], options: RateOptions = {}): Estimate {
  const whole = wholeDomain(strata)
  checkMethod(options)
  checkStrata(whole, options, '0 or 1', (value) => value === 0 || value === 1)
  return rateOf(whole.map(momentsOf), options)
}

/**
 * As `estimateRate`, from counts.
 * @param strata - 0 <= found <= drawn <= size
 * @throws CallgradeError `sampling/argument`, `sampling/single-call-stratum`
 * @example
 * estimateRateFromCounts([{ key: 'sales', size: 40, drawn: 5, found: 2 }]).estimate //=> 0.4
 */
export function estimateRateFromCounts(strata: readonly FoundInStratum[], options: RateOptions = {}): Estimate {
  checkMethod(options)
  checkOptions(options)
  throwIssues(strata.flatMap(countIssues))
  if (options.singleCall === undefined && strata.length > 1) throwIssues(singleCallIssues(strata))
  return rateOf(
    strata.map(({ size, drawn, found }) => countMoments(size, drawn, drawn, found)),
    options,
  )
}

function rateOf(strata: readonly StratumMoments[], options: RateOptions): Estimate {
  const { confidence = CONFIDENCE, method = 'exact', singleCall } = options
  const mean: RatioMean | undefined = ratioMean(strata, singleCall)
  if (mean === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  if (method === 'exact') return totalRate(strata, mean, confidence)
  return surveyRate(mean, mean.n - strata.length, method, confidence)
}

function checkMethod({ method }: RateOptions): void {
  if (METHODS.includes(method)) return
  throwIssues([
    argumentIssue(
      'sampling/argument',
      ['method'],
      '"exact" | "beta" | "logit" | "xlogit" | "likelihood" | "mean"',
      method,
    ),
  ])
}

function countIssues({ size, drawn, found }: FoundInStratum, index: number): Issue[] {
  const at = ['strata', index]
  if (!(Number.isSafeInteger(size) && size >= 1))
    return [argumentIssue('sampling/argument', [...at, 'size'], 'a whole number from 1', size)]
  if (!(Number.isSafeInteger(drawn) && drawn >= 1 && drawn <= size))
    return [argumentIssue('sampling/argument', [...at, 'drawn'], `a whole number from 1 to ${size}`, drawn)]
  if (!(Number.isSafeInteger(found) && found >= 0 && found <= drawn))
    return [argumentIssue('sampling/argument', [...at, 'found'], `a whole number from 0 to ${drawn}`, found)]
  return []
}
