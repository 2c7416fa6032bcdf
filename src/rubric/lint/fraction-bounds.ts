import { assertNever } from '../../issues/assert-never.js'
import {
  compare,
  divide,
  greatest,
  isZero,
  least,
  multiply,
  ONE,
  type Rational,
  rationalOf,
  subtract,
  sum,
  ZERO,
} from '../exact/rational.js'
import type { Rubric } from '../format/rubric.js'
import type { Scale } from '../format/scale.js'
import type { DeductionItem } from '../items/deduction/format.js'
import type { Item } from '../items/item.js'
import type { NumericItem, NumericRange } from '../items/numeric/format.js'

/** The least and the greatest that something can be. */
export interface Bounds {
  readonly least: Rational
  readonly greatest: Rational
}

/** What part of its points an item can give, 0 to 1; undefined where it gives none, as a text. */
export function fractionBounds(item: Item, rubric: Rubric): Bounds | undefined {
  switch (item.kind) {
    case undefined:
    case 'scale':
      return boundsOf(levelFractions(rubric.scales?.[item.scale ?? rubric.defaultScale ?? '']))
    case 'yes-no':
      return { least: ZERO, greatest: ONE }
    case 'choice': {
      const points = item.options.map(({ points }) => rationalOf(points))
      const best = item.multiple ? sum(points) : boundsOf(points).greatest
      const full = item.maximumPoints === undefined ? best : rationalOf(item.maximumPoints)
      const worst = item.multiple ? ZERO : boundsOf(points).least
      return { least: least(ONE, divide(worst, full)), greatest: least(ONE, divide(best, full)) }
    }
    case 'numeric':
      return item.linear ? linearBounds(item, item.linear) : boundsOf(rangeFractions(item, item.ranges ?? []))
    case 'deduction':
      return { least: leastLeft(item), greatest: ONE }
    case 'text':
      return undefined
    default:
      return assertNever(item)
  }
}

function boundsOf(values: readonly Rational[]): Bounds {
  const [first = ZERO, ...others] = values
  return { least: others.reduce(least, first), greatest: others.reduce(greatest, first) }
}

function levelFractions(scale: Scale | undefined): readonly Rational[] {
  const levels = scale?.levels ?? []
  const values = levels.map(({ value, points }) => rationalOf(scale?.scoring === 'points' ? (points ?? 0) : value))
  const { least: lowest, greatest: highest } = boundsOf(values)
  const from = scale?.scoring === 'span' ? lowest : ZERO
  const width = subtract(highest, from)
  return isZero(width) ? [] : values.map((value) => divide(subtract(value, from), width))
}

function rangeFractions(item: NumericItem, ranges: readonly NumericRange[]): readonly Rational[] {
  const points = ranges.map(({ points }) => rationalOf(points))
  const full = item.maximumPoints === undefined ? boundsOf(points).greatest : rationalOf(item.maximumPoints)
  return isZero(full) ? [] : points.map((value) => least(ONE, divide(value, full)))
}

/** A number between the item's limits gives something between what the limits give. */
function linearBounds(
  { minimum, maximum }: NumericItem,
  { zeroAt, fullAt }: NonNullable<NumericItem['linear']>,
): Bounds {
  const at = (value: number | undefined, isLow: boolean): Rational => {
    if (value === undefined) return zeroAt < fullAt === isLow ? ZERO : ONE
    const part = divide(
      subtract(rationalOf(value), rationalOf(zeroAt)),
      subtract(rationalOf(fullAt), rationalOf(zeroAt)),
    )
    return least(ONE, greatest(ZERO, part))
  }
  return boundsOf([at(minimum, true), at(maximum, false)])
}

/** What is left of a deduction item when every fault occurs as often as it may cost. */
function leastLeft({ base, faults }: DeductionItem): Rational {
  if (faults.some(({ points, maximumCount }) => points > 0 && maximumCount === undefined)) return ZERO
  const lost = sum(faults.map(({ points, maximumCount = 0 }) => multiply(rationalOf(points), rationalOf(maximumCount))))
  const left = subtract(rationalOf(base), lost)
  return compare(left, ZERO) <= 0 ? ZERO : divide(left, rationalOf(base))
}
