import { throwIssues } from '../../issues/throw-issues.js'
import { sum } from '../../statistics/sum.js'
import { isMeasure } from '../arguments/is-measure.js'
import { type AllocationBox, checkBoxes } from './allocation-box.js'
import { checkPositive } from './measured-stratum.js'

/**
 * Minimises sum A^2 / x with minimum <= x <= maximum and a given sum, not in whole numbers.
 * Method: x = A s between its bounds; the sum is piecewise linear in s, and its bends are walked in order. The optimum
 * of RNABOX (Wesolowski et al. 2021; R stratallo). O(H log H).
 * @param boxes - weight and bounds; `minimum` >= 0
 * @param total - from the sum of the minima to that of the maxima
 * @returns x of each box, in the same order
 * @throws CallgradeError `sampling/argument`, `sampling/infeasible-allocation`
 * @example
 * boxAllocation([{ weight: 3, minimum: 1, maximum: 9 }, { weight: 1, minimum: 4, maximum: 9 }], 10) //=> [6, 4]
 */
export function boxAllocation(boxes: readonly AllocationBox[], total: number): readonly number[] {
  checkBoxes(boxes, (value) => value === 0 || isMeasure(value), '>= 0')
  if (total !== 0) checkPositive('total', total)
  const least = sum(boxes, ({ minimum }) => minimum)
  const most = sum(boxes, ({ maximum }) => maximum)
  if (total < least || total > most) {
    const details =
      total < least
        ? { constraint: 'minima', need: least, available: total }
        : { constraint: 'sizes', need: total, available: most }
    throwIssues([{ code: 'sampling/infeasible-allocation', severity: 'error', path: ['total'], details }])
  }
  const scale = scaleFor(boxes, total)
  return boxes.map(({ weight, minimum, maximum }) => Math.min(maximum, Math.max(minimum, weight * scale)))
}

/** Finds the s at which the sum of A s between bounds is `total`. */
function scaleFor(boxes: readonly AllocationBox[], total: number): number {
  const bends = boxes
    .flatMap(({ weight, minimum, maximum }) => [
      { at: minimum / weight, weight, fixed: -minimum },
      { at: maximum / weight, weight: -weight, fixed: maximum },
    ])
    .sort((a, b) => a.at - b.at)
  let fixed = sum(boxes, ({ minimum }) => minimum)
  let free = 0
  let scale = 0
  for (const bend of bends) {
    if (fixed + free * bend.at >= total) break
    fixed += bend.fixed
    free += bend.weight
    scale = bend.at
  }
  // Between two bends; where no box is free, all are at a bound and any s there is right.
  return free > 0 ? Math.max(scale, (total - fixed) / free) : scale
}
