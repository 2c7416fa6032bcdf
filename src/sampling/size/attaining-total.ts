import { errorOf } from '../../issues/error-of.js'
import { Allocator } from '../allocation/allocator.js'
import { percentText } from './percent-text.js'
import { stratifiedMargin } from './share-precision.js'
import type { SizeProblem } from './size-problem.js'

/**
 * Finds the smallest total from `start` on whose allocation attains a margin.
 * Method: halving where the counts grow with the total. Where a floor is a share of the sample they go up and down, so
 * that the search goes step by step, from the total at which the proportional allocation without floors attains the
 * margin: no allocation within the bounds has a smaller one.
 * @param wanted - half the width of the interval of a share, as a fraction
 * @throws CallgradeError `sampling/over-maximum` where no total attains it, `sampling/infeasible-allocation`
 */
export function attainingTotal(
  { frame, sizes, lower, precision, allocator }: SizeProblem,
  start: number,
  wanted: number,
): number {
  const { N } = frame
  const marginAt = (total: number, by: Allocator): number => stratifiedMargin(precision, N, sizes, by.at(total))
  if (allocator.isMonotone) return smallest(start, N, (total) => marginAt(total, allocator) <= wanted)
  const free = new Allocator({ sizes, lower })
  const last = Math.min(N, allocator.greatestTotal)
  for (let total = smallest(start, N, (at) => marginAt(at, free) <= wanted); total <= last; total++)
    if (allocator.faultsAt(total).length === 0 && marginAt(total, allocator) <= wanted) return total
  // Reports why the last total is impossible, where it is.
  allocator.at(Math.max(start, last))
  throw errorOf({
    code: 'sampling/over-maximum',
    path: ['coverage'],
    expected: String(last),
    details: { constraint: 'coverage', attained: percentText(marginAt(last, allocator)) },
  })
}

/**
 * Finds the smallest whole number from `low` to `high` for which a monotone test holds; `high` where none below does.
 */
function smallest(low: number, high: number, holds: (value: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
