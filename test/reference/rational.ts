/** An exact fraction in lowest terms, its denominator over 0. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

export type Rounding = 'half-up' | 'half-even' | 'down'

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [greater, less] = [a, b]
  while (less !== 0n) [greater, less] = [less, greater % less]
  return greater
}

/** The fraction `numerator / denominator` in lowest terms. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new Error('a denominator of 0')
  if (denominator === 1n) return { numerator, denominator }
  const sign = denominator < 0n ? -1n : 1n
  const magnitude = numerator < 0n ? -numerator : numerator
  const divisor = greatestCommonDivisor(magnitude, sign * denominator)
  return {
    numerator: (sign * numerator) / divisor,
    denominator: (sign * denominator) / divisor,
  }
}

export const ZERO = rational(0n)
export const ONE = rational(1n)
export const HUNDRED = rational(100n)

/**
 * The number that the shortest decimal text of `value` writes: 0.1 is one tenth, 1e-7 is one ten-millionth.
 * @example
 * fromNumber(0.1) //=> 1/10
 */
export function fromNumber(value: number): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (match === null) throw new Error(`not a finite number: ${value}`)
  const [, minus = '', whole = '', decimals = '', exponentText = '0'] = match
  const digits = BigInt(minus + whole + decimals)
  const exponent = BigInt(exponentText) - BigInt(decimals.length)
  return exponent >= 0n ? rational(digits * 10n ** exponent) : rational(digits, 10n ** -exponent)
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, rational(-b.numerator, b.denominator))
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator)
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** Under 0 where a < b, 0 where they are equal, over 0 where a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = subtract(a, b).numerator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function isZero(value: Rational): boolean {
  return value.numerator === 0n
}

export function least(first: Rational, ...others: readonly Rational[]): Rational {
  return others.reduce((a, b) => (compare(b, a) < 0 ? b : a), first)
}

export function greatest(first: Rational, ...others: readonly Rational[]): Rational {
  return others.reduce((a, b) => (compare(b, a) > 0 ? b : a), first)
}

export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO
  for (const value of values) total = add(total, value)
  return total
}

/** Rounds a number that is not under 0 to `decimals` places. */
export function round(value: Rational, decimals: number, rounding: Rounding): number {
  if (value.numerator < 0n) throw new Error('only numbers from 0 up are rounded here')
  const scaled = multiply(value, rational(10n ** BigInt(decimals)))
  const whole = scaled.numerator / scaled.denominator
  const half = compare(subtract(scaled, rational(whole)), rational(1n, 2n))
  const up =
    rounding === 'half-up'
      ? half >= 0
      : rounding === 'half-even'
        ? half > 0 || (half === 0 && whole % 2n === 1n)
        : false
  return Number(`${up ? whole + 1n : whole}e-${decimals}`)
}

/** The nearest double of a finite decimal from 0 up (up to 40 decimals). */
export function toNumber(value: Rational): number {
  return round(value, 40, 'down')
}

/** `8/15`, or `64` where the denominator is 1. */
export function toText(value: Rational): string {
  return value.denominator === 1n ? String(value.numerator) : `${value.numerator}/${value.denominator}`
}

/** Reads what `toText` writes. */
export function fromText(text: string): Rational {
  const [numerator = '', denominator = '1'] = text.split('/')
  return rational(BigInt(numerator), BigInt(denominator))
}
