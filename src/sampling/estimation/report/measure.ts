import { argumentIssue } from '../../../issues/argument-issue.js'
import { throwIssues } from '../../../issues/throw-issues.js'
import type { Bounds } from '../bounds.js'
import type { Estimate } from '../estimate-result.js'
import type { MeasureKind } from '../measure-kind.js'
import { GREATEST_VALUE } from '../strata/check-strata.js'
import { expectedValue } from '../strata/expected-value.js'

/** One measure of every joined call; null where the call is outside it. */
export interface Measure extends Bounds {
  readonly kind: MeasureKind
  readonly values: readonly (number | null)[]
}

/** Function that estimates a measure for the calls of one group. */
export type Estimator = (measure: Measure) => Estimate

/** Refuses a measure's values that cannot occur, with `sampling/argument`. */
export function checkMeasure(measure: Measure, name: string): void {
  const { values, minimum = Number.NEGATIVE_INFINITY, maximum = Infinity } = measure
  const index = values.findIndex(
    (value) => value !== null && !(Math.abs(value) <= GREATEST_VALUE && value >= minimum && value <= maximum),
  )
  if (index >= 0) throwIssues([argumentIssue('sampling/argument', [name], expectedValue(measure), values[index])])
}
