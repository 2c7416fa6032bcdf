import { type Bounds, boundsOf } from '../../exact/bounds.js'
import { divide, greatest, least, ONE, type Rational, rationalOf, subtract, ZERO } from '../../exact/rational.js'
import { rangeFractions } from './earn.js'
import type { NumericItem } from './format.js'

export function numericBounds(item: NumericItem): Bounds {
  if (item.linear) return linearBounds(item, item.linear)
  return boundsOf(rangeFractions(item).map((fraction) => least(ONE, fraction)))
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
