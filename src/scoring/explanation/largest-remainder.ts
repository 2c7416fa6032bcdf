import { compare, multiply, type Rational, rational, subtract } from '../../rubric/exact/rational.js'

/**
 * Rounds parts to units that add to a given total.
 * Method: largest remainder (Hamilton); equal remainders in the order given.
 */
export function largestRemainder<Part>(
  parts: readonly Part[],
  quantityOf: (part: Part) => Rational,
  total: number,
  decimals: number,
): ReadonlyMap<Part, number> {
  const scale = rational(10n ** BigInt(decimals))
  const floors = parts.map((part, index) => {
    const scaled = multiply(quantityOf(part), scale)
    const floor = scaled.numerator / scaled.denominator
    return { part, index, floor: Number(floor), remainder: subtract(scaled, rational(floor)) }
  })
  let missing = total - floors.reduce((units, { floor }) => units + floor, 0)
  const rounded = new Map(floors.map(({ part, floor }) => [part, floor]))
  for (const { part, floor } of [...floors].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)) {
    if (missing <= 0) break
    rounded.set(part, floor + 1)
    missing--
  }
  return rounded
}
