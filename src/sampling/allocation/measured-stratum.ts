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

/**
 * Refuses strata with a size, spread or cost outside its range.
 * @throws CallgradeError `sampling/argument` naming every field that is wrong
 */
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

/**
 * Refuses a value that is no measurement over 0.
 * @throws CallgradeError `sampling/argument`
 */
export function checkPositive(name: string, value: number): void {
  if (!isMeasure(value)) throwIssues([argumentIssue('sampling/argument', [name], '> 0', value)])
}
