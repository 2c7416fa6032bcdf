/** An exact fraction in lowest terms with a denominator over 0. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n }
export const ONE: Rational = { numerator: 1n, denominator: 1n }
export const HUNDRED: Rational = { numerator: 100n, denominator: 1n }

/** The greatest common divisor of two numbers that are not both 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** @throws RangeError when the denominator is 0; callers rule it out. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError('denominator 0')
  const divisor = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/**
 * The number as people wrote it: its shortest decimal text, so that 0.1 is one tenth.
 * @example
 * rationalOf(0.1) //=> { numerator: 1n, denominator: 10n }
 */
export function rationalOf(value: number): Rational {
  if (Number.isSafeInteger(value)) return { numerator: BigInt(value), denominator: 1n }
  const [mantissa = '0', exponentText = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const exponent = Number(exponentText) - fraction.length
  const digits = BigInt(whole + fraction)
  return exponent >= 0 ? rational(digits * 10n ** BigInt(exponent)) : rational(digits, 10n ** BigInt(-exponent))
}

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return rational(a.numerator + b.numerator, a.denominator)
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator)
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** Negative, zero or positive, as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function greatest(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

export function isZero(a: Rational): boolean {
  return a.numerator === 0n
}

export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO
  for (const value of values) total = add(total, value)
  return total
}

/** The nearest double; ties to even, as every conversion. */
export function toNumber({ numerator, denominator }: Rational): number {
  // Scaled so that the quotient has at least 64 bits; its last bit stands for all that was cut off behind it.
  const bits = numerator.toString(2).length - denominator.toString(2).length
  const shift = Math.max(0, 66 - bits)
  const scaled = numerator << BigInt(shift)
  const quotient = scaled / denominator
  const rounded = Number(quotient * denominator === scaled ? quotient : quotient | 1n)
  // In two steps, since 2^1074, which the smallest doubles take, is itself beyond the largest.
  return rounded / 2 ** Math.min(shift, 1_000) / 2 ** Math.max(0, shift - 1_000)
}

/**
 * Writes the fraction in lowest terms; a whole number without its denominator.
 * @example
 * fractionText(rational(8n, 15n)) //=> '8/15'
 */
export function fractionText({ numerator, denominator }: Rational): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`
}
