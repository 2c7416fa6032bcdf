import { excerptOf } from '../../../issues/excerpt-of.js'
import { checkCriterion } from '../../checks/check-criterion.js'
import type { RubricFaults } from '../../checks/rubric-faults.js'
import type { ItemCheck } from '../item-check.js'
import type { NumericItem, NumericRange } from './format.js'

export function checkNumeric(item: NumericItem, { rubric, names, faults }: ItemCheck): void {
  checkCriterion(item.guidance, faults)
  const { ranges, linear, minimum, maximum, maximumPoints, fact } = item
  const isLeftOut = faults.leftOut.has('ranges') || faults.leftOut.has('linear')
  if ((ranges === undefined) === (linear === undefined) && !isLeftOut)
    faults.add('rubric/numeric-scoring', item, [], { expected: '"ranges" | "linear"' })
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    faults.add('rubric/range-bounds', item, ['maximum'], { expected: `>= ${minimum}`, received: excerptOf(maximum) })
  if (linear && linear.zeroAt === linear.fullAt)
    faults.add('rubric/linear-equal', linear, ['fullAt'], { received: excerptOf(linear.fullAt) })
  for (const range of ranges ?? []) checkRange(range, faults)
  if (ranges && maximumPoints === undefined && ranges.every(({ points }) => points === 0))
    faults.add('rubric/no-points', item, ['ranges'], { expected: '> 0' })
  if (maximumPoints !== undefined && linear)
    faults.add('rubric/numeric-scoring', item, ['maximumPoints'], { expected: '"ranges"' })
  if (fact === undefined || !faults.requireName('fact', fact, names.facts, item, ['fact'])) return
  const type = rubric.facts?.[fact]?.type
  if (type !== 'number' && type !== 'integer')
    faults.add('rubric/numeric-fact', item, ['fact'], { expected: 'number | integer', received: type ?? '' })
}

/** A range has at most one lower and one upper bound. */
function checkRange(range: NumericRange, faults: RubricFaults): void {
  if (range.atLeast !== undefined && range.above !== undefined)
    faults.add('rubric/range-bounds', range, ['above'], {
      expected: '"atLeast" | "above"',
      received: '"atLeast", "above"',
    })
  if (range.atMost !== undefined && range.below !== undefined)
    faults.add('rubric/range-bounds', range, ['below'], {
      expected: '"atMost" | "below"',
      received: '"atMost", "below"',
    })
}
