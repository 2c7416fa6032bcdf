import { EVERYTHING, fractionOfRational } from '../../exact/fraction.js'
import { add, compare, divide, multiply, type Rational, rationalOf, subtract, ZERO } from '../../exact/rational.js'
import type { Rubric } from '../../format/rubric.js'
import { belowPercent } from '../ratings/below-percent.js'
import type { Earn, ItemReader, Reading } from '../ratings/reading.js'
import { reportNotAList } from '../ratings/report-not-a-list.js'
import type { DeductionItem } from './format.js'
import { readFaults } from './read-faults.js'

/** A rating is a list of faults, each with a count; `[]` means that none was found. */
export function deductionReader(item: DeductionItem, _rubric: Rubric, earn: Earn): ItemReader {
  const base = rationalOf(item.base)
  const costs = new Map(
    item.faults.map((fault) => [
      fault.id,
      { points: rationalOf(fault.points), maximumCount: fault.maximumCount ?? Number.POSITIVE_INFINITY },
    ]),
  )
  const isCritical = item.criticalError ? belowPercent(item.criticalError.belowPercent) : () => false
  const clean: Reading = { ...earn(EVERYTHING), value: 0, isCritical: false }
  return {
    read: (rating, path, report) => {
      if (!Array.isArray(rating)) {
        reportNotAList(rating, costs, item, path, report)
        return undefined
      }
      if (rating.length === 0) return clean
      const faults = readFaults(rating, item, path, report)
      if (!faults) return undefined
      let lost = ZERO
      for (const [fault, count] of faults) {
        const cost = costs.get(fault)
        if (cost) lost = add(lost, multiply(cost.points, rationalOf(Math.min(count, cost.maximumCount))))
      }
      const taken = compare(lost, base) > 0 ? base : lost
      const fraction = fractionOfRational(divide(subtract(base, taken), base))
      return {
        ...earn(fraction),
        value: decimalNumber(taken),
        isCritical: isCritical(fraction),
        faults,
        excess: subtract(lost, taken),
      }
    },
  }
}

/** The double of a rational whose denominator divides a power of ten, as every sum of decimals has. */
function decimalNumber({ numerator, denominator }: Rational): number {
  let places = 0n
  while ((10n ** places * numerator) % denominator !== 0n) places++
  return Number(`${(10n ** places * numerator) / denominator}e-${places}`)
}
