import { excerptOf } from '../../../issues/excerpt-of.js'
import { fractionOfRational } from '../../exact/fraction.js'
import { divide, greatest, least, type Rational, rationalOf, subtract, ZERO } from '../../exact/rational.js'
import type { Rubric } from '../../format/rubric.js'
import type { Scale } from '../../format/scale.js'
import { numberMeant } from '../ratings/number-meant.js'
import type { Earn, ItemReader, Reading } from '../ratings/reading.js'
import type { ScaleItem } from './format.js'
import { scaleOf } from './scale-of.js'

/** A rating is the value of a level. */
export function scaleReader(item: ScaleItem, rubric: Rubric, earn: Earn): ItemReader {
  const scale = scaleOf(item, rubric)
  const readings = new Map<unknown, Reading>(
    [...levelFractions(scale)].map(([value, fraction]) => [
      value,
      {
        ...earn(fractionOfRational(fraction)),
        value,
        isCritical: item.criticalError !== undefined && value <= item.criticalError.atMost,
      },
    ]),
  )
  return {
    read: (rating, path, report) => {
      const reading = readings.get(rating)
      if (reading) return reading
      const isNumber = typeof rating === 'number'
      report({
        code: isNumber ? 'evaluation/off-scale' : 'evaluation/rating-type',
        path,
        expected: [...readings.keys()].join(' | '),
        received: excerptOf(rating),
        ...numberMeant(rating, (number) => readings.has(number)),
        details: { item: item.id },
      })
      return undefined
    },
  }
}

/** The fraction that each level of a sound scale earns, by its value. */
export function levelFractions({ levels, scoring = 'ratio' }: Scale): ReadonlyMap<number, Rational> {
  const worths = levels.map(({ value, points = 0 }) => rationalOf(scoring === 'points' ? points : value))
  const lowest = scoring === 'span' ? worths.reduce(least) : ZERO
  const width = subtract(worths.reduce(greatest), lowest)
  return new Map(
    levels.map(({ value }, index) => [value, divide(subtract(worths[index] ?? ZERO, lowest), width)] as const),
  )
}
