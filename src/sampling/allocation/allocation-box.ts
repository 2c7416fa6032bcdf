import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { isMeasure } from '../arguments/is-measure.js'

/** A share of a sample between bounds. */
export interface AllocationBox {
  /** A of the objective sum A^2 / x, over 0, within 1e-75 to 1e75. */
  readonly weight: number
  readonly minimum: number
  readonly maximum: number
}

/**
 * Refuses boxes with a weight or a bound that is no such number.
 * @throws CallgradeError `sampling/argument` naming every bound or weight that is wrong
 */
export function checkBoxes(boxes: readonly AllocationBox[], isBound: (value: number) => boolean, bound: string): void {
  throwIssues(
    boxes.flatMap(({ weight, minimum, maximum }, index) => [
      ...(isMeasure(weight)
        ? []
        : [argumentIssue('sampling/argument', ['boxes', index, 'weight'], '1e-75..1e75', weight)]),
      ...(isBound(minimum) ? [] : [argumentIssue('sampling/argument', ['boxes', index, 'minimum'], bound, minimum)]),
      ...(isBound(maximum) && maximum >= minimum
        ? []
        : [argumentIssue('sampling/argument', ['boxes', index, 'maximum'], `${bound}, >= minimum`, maximum)]),
    ]),
  )
}
