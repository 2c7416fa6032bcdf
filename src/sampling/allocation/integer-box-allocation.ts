import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { isCount } from '../arguments/is-count.js'
import { type AllocationBox, checkBoxes } from './allocation-box.js'
import type { AllocationFloor } from './allocation-floor.js'
import { Allocator } from './allocator.js'

/**
 * Minimises sum A^2 / n in whole numbers with minimum <= n <= maximum, a given sum, and floors of groups.
 * Method: greedy on A^2 / (n (n + 1)), exact, ties to the box given first (Friedrich et al. 2015).
 * @param boxes - weight and bounds, whole numbers
 * @param total - whole, from the sum of the minima to that of the maxima
 * @param floors - groups of places in `boxes`, nested or disjoint, with a count or a share of the total
 * @returns n of each box, in the same order
 * @throws CallgradeError `sampling/argument`, `sampling/infeasible-allocation`, `sampling/crossing-groups`
 * @example
 * integerBoxAllocation([{ weight: 48, minimum: 3, maximum: 4 }, { weight: 139, minimum: 3, maximum: 15 }], 9) //=> [3, 6]
 */
export function integerBoxAllocation(
  boxes: readonly AllocationBox[],
  total: number,
  floors: readonly AllocationFloor[] = [],
): readonly number[] {
  checkBoxes(boxes, isCount, 'integer >= 0')
  const faults = isCount(total) ? [] : [argumentIssue('sampling/argument', ['total'], 'integer >= 0', total)]
  for (const [place, { members, minimum, share }] of floors.entries()) {
    if (members.some((index) => boxes[index] === undefined))
      faults.push(argumentIssue('sampling/argument', ['groups', place, 'members'], `0..${boxes.length - 1}`, members))
    if (share === undefined ? !isCount(minimum) : typeof share === 'number' && !(share >= 0 && share <= 1))
      faults.push(
        argumentIssue('sampling/argument', ['groups', place], 'minimum: integer >= 0 | share: 0..1', share ?? minimum),
      )
  }
  throwIssues(faults)
  const allocator = new Allocator({
    sizes: boxes.map(({ maximum }) => maximum),
    lower: boxes.map(({ minimum }) => minimum),
    importance: boxes.map(({ weight }) => weight),
    groups: floors,
  })
  return [...allocator.at(total)]
}
