import { excerptOf } from '../../../issues/excerpt-of.js'
import { type Fraction, fractionOf, fractionOfRational } from '../../exact/fraction.js'
import { divide, greatest, type Rational, rationalOf, subtract, ZERO } from '../../exact/rational.js'
import type { Rubric } from '../../format/rubric.js'
import { belowPercent } from '../ratings/below-percent.js'
import { numberMeant } from '../ratings/number-meant.js'
import type { Earn, ItemReader } from '../ratings/reading.js'
import type { NumericItem, NumericRange } from './format.js'

/** A rating is a finite number within the item's limits. */
export function numericReader(item: NumericItem, _rubric: Rubric, earn: Earn): ItemReader {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, criticalError } = item
  const fractionOfNumber = item.linear ? linearFraction(item.linear) : rangeFraction(item)
  const isCritical = criticalError ? belowPercent(criticalError.belowPercent) : () => false
  return {
    read: (rating, path, report) => {
      if (typeof rating !== 'number' || !Number.isFinite(rating)) {
        report({
          code: 'evaluation/rating-type',
          path,
          expected: 'number',
          received: excerptOf(rating),
          ...numberMeant(rating),
          details: { item: item.id },
        })
        return undefined
      }
      if (rating < minimum || rating > maximum) {
        report({
          code: 'evaluation/out-of-range',
          path,
          expected: `${item.minimum ?? ''}..${item.maximum ?? ''}`,
          received: excerptOf(rating),
          details: { item: item.id },
        })
        return undefined
      }
      const fraction = fractionOfNumber(rating)
      if (!fraction) {
        report({ code: 'evaluation/no-range', path, received: excerptOf(rating), details: { item: item.id } })
        return undefined
      }
      return { ...earn(fraction), value: rating, isCritical: isCritical(fraction) }
    },
  }
}

/** The fraction that each range of an item earns, not clipped. */
export function rangeFractions({ ranges = [], maximumPoints }: NumericItem): readonly Rational[] {
  const points = ranges.map((range) => rationalOf(range.points))
  const full = maximumPoints === undefined ? points.reduce(greatest, ZERO) : rationalOf(maximumPoints)
  return points.map((value) => divide(value, full))
}

/** Whether a range takes a number. */
export function isInRange({ atLeast, above, atMost, below }: NumericRange, value: number): boolean {
  return (
    (atLeast === undefined || value >= atLeast) &&
    (above === undefined || value > above) &&
    (atMost === undefined || value <= atMost) &&
    (below === undefined || value < below)
  )
}

function rangeFraction(item: NumericItem): (value: number) => Fraction | undefined {
  const { ranges = [] } = item
  const fractions = rangeFractions(item).map(fractionOfRational)
  return (value) => fractions[ranges.findIndex((range) => isInRange(range, value))]
}

function linearFraction({ zeroAt, fullAt }: NonNullable<NumericItem['linear']>): (value: number) => Fraction {
  const width = fullAt - zeroAt
  const areWhole = Number.isSafeInteger(zeroAt) && Number.isSafeInteger(fullAt) && Number.isSafeInteger(width)
  const [zero, range] = [rationalOf(zeroAt), subtract(rationalOf(fullAt), rationalOf(zeroAt))]
  return (value) => {
    if (areWhole && Number.isSafeInteger(value) && Number.isSafeInteger(value - zeroAt))
      return width > 0 ? fractionOf(value - zeroAt, width) : fractionOf(zeroAt - value, -width)
    return fractionOfRational(divide(subtract(rationalOf(value), zero), range))
  }
}
