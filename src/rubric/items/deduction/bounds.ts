import type { Bounds } from '../../exact/bounds.js'
import { compare, divide, multiply, ONE, type Rational, rationalOf, subtract, sum, ZERO } from '../../exact/rational.js'
import type { DeductionItem } from './format.js'

export function deductionBounds(item: DeductionItem): Bounds {
  return { least: leastLeft(item), greatest: ONE }
}

/** The part left when every fault occurs as often as it may cost. */
function leastLeft({ base, faults }: DeductionItem): Rational {
  if (faults.some(({ points, maximumCount }) => points > 0 && maximumCount === undefined)) return ZERO
  const lost = sum(faults.map(({ points, maximumCount = 0 }) => multiply(rationalOf(points), rationalOf(maximumCount))))
  const left = subtract(rationalOf(base), lost)
  return compare(left, ZERO) <= 0 ? ZERO : divide(left, rationalOf(base))
}
