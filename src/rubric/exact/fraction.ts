import type { Rounding } from '../format/rubric.js'
import { type Rational, rational, toNumber } from './rational.js'
import { roundRatio, roundRational } from './round-rational.js'

/**
 * The part of full points that an item earned, 0 to 1, exactly. Whole doubles where both fit, as they nearly always
 * do; `exact` where they do not.
 */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
  /** Set where numerator or denominator is over 2^53; the two are then 0 and Infinity. */
  readonly exact?: Rational
  /** The nearest double, or one unit in the last place beside it. */
  readonly value: number
}

/** A fraction of two whole numbers, clipped to 0..1. */
export function fractionOf(numerator: number, denominator: number): Fraction {
  if (numerator <= 0) return NOTHING
  if (numerator >= denominator) return EVERYTHING
  return { numerator, denominator, value: numerator / denominator }
}

export const NOTHING: Fraction = { numerator: 0, denominator: 1, value: 0 }
export const EVERYTHING: Fraction = { numerator: 1, denominator: 1, value: 1 }

/** The same from an exact value. */
export function fractionOfRational(value: Rational): Fraction {
  if (value.numerator <= 0n) return NOTHING
  if (value.numerator >= value.denominator) return EVERYTHING
  if (value.denominator <= BigInt(Number.MAX_SAFE_INTEGER))
    return fractionOf(Number(value.numerator), Number(value.denominator))
  return { numerator: 0, denominator: Number.POSITIVE_INFINITY, exact: value, value: toNumber(value) }
}

export function rationalOfFraction({ numerator, denominator, exact }: Fraction): Rational {
  return exact ?? rational(BigInt(numerator), BigInt(denominator))
}

/** The fraction as a percentage, rounded like a score. */
export function roundedPercent(
  { numerator, denominator, exact }: Fraction,
  decimals: number,
  rounding: Rounding,
): number {
  const unit = 10 ** decimals
  if (!exact) return roundRatio(numerator, denominator, 100 * unit, rounding) / unit
  return roundRational({ numerator: 100n * exact.numerator, denominator: exact.denominator }, decimals, rounding) / unit
}
