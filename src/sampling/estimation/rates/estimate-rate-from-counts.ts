import { argumentIssue } from '../../../issues/argument-issue.js'
import type { Issue } from '../../../issues/issue.js'
import { throwIssues } from '../../../issues/throw-issues.js'
import type { Estimate } from '../estimate-result.js'
import { singleCallIssues } from '../strata/check-strata.js'
import { checkOptions } from '../strata/estimation-options.js'
import { countMoments } from '../strata/stratum-moments.js'
import { rateByMethod } from './rate-by-method.js'
import { checkRateMethod, type RateOptions } from './rate-options.js'

/** Counts of one stratum. */
export interface FoundInStratum {
  readonly key: string
  /** Calls that the stratum holds, N. */
  readonly size: number
  /** Calls drawn from it. */
  readonly drawn: number
  /** Those with the trait. */
  readonly found: number
}

/**
 * Estimates a rate like `estimateRate`, from counts.
 * @param strata - 0 <= found <= drawn <= size
 * @throws CallgradeError `sampling/argument`, `sampling/single-call-stratum`
 * @example
 * estimateRateFromCounts([{ key: 'sales', size: 40, drawn: 5, found: 2 }]).estimate //=> 0.4
 */
export function estimateRateFromCounts(strata: readonly FoundInStratum[], options: RateOptions = {}): Estimate {
  checkRateMethod(options)
  checkOptions(options)
  throwIssues(strata.flatMap(countIssues))
  if (options.singleCall === undefined && strata.length > 1) throwIssues(singleCallIssues(strata))
  return rateByMethod(
    strata.map(({ size, drawn, found }) => countMoments(size, drawn, drawn, found)),
    options,
  )
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
