import { type Fraction, rationalOfFraction } from '../../exact/fraction.js'
import { compare, divide, HUNDRED, rationalOf } from '../../exact/rational.js'

/** Makes an exact test whether a fraction is under a percentage. */
export function belowPercent(percent: number): (fraction: Fraction) => boolean {
  const threshold = divide(rationalOf(percent), HUNDRED)
  return (fraction) => compare(rationalOfFraction(fraction), threshold) < 0
}
