import type { Rounding } from '../format/rubric.js'
import type { Rational } from './rational.js'

/**
 * Rounds a value that is not negative to whole units of 10^-decimals.
 * `half-up`: a half goes up; `half-even`: to the even neighbour; `down`: towards 0.
 * @returns units as a whole number
 */
export function roundRational({ numerator, denominator }: Rational, decimals: number, rounding: Rounding): number {
  const scaled = numerator * 10n ** BigInt(decimals)
  const floor = scaled / denominator
  const twice = 2n * (scaled - floor * denominator)
  const up =
    rounding !== 'down' &&
    (twice > denominator || (twice === denominator && (rounding === 'half-up' || floor % 2n === 1n)))
  return Number(up ? floor + 1n : floor)
}

/** The same for a fraction of whole numbers, times a whole factor; exact in doubles where they suffice. */
export function roundRatio(numerator: number, denominator: number, factor: number, rounding: Rounding): number {
  const scaled = numerator * factor
  if (scaled > Number.MAX_SAFE_INTEGER / 2) {
    return roundRational(
      { numerator: BigInt(numerator) * BigInt(factor), denominator: BigInt(denominator) },
      0,
      rounding,
    )
  }
  const rest = scaled % denominator
  const floor = (scaled - rest) / denominator
  return isRoundedUp(floor, 2 * rest - denominator, rounding) ? floor + 1 : floor
}

/**
 * Whether the value above `floor` goes up.
 * @param beyondHalf - negative, zero or positive as the value is under, at or over the half
 */
export function isRoundedUp(floor: number, beyondHalf: number, rounding: Rounding): boolean {
  if (rounding === 'down') return false
  return beyondHalf > 0 || (beyondHalf === 0 && (rounding === 'half-up' || floor % 2 === 1))
}
