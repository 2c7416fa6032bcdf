import { greatest, least, type Rational, ZERO } from './rational.js'

/** The least and the greatest that something can be. */
export interface Bounds {
  readonly least: Rational
  readonly greatest: Rational
}

/** The bounds of values; 0 and 0 of none. */
export function boundsOf(values: readonly Rational[]): Bounds {
  const [first = ZERO, ...others] = values
  return { least: others.reduce(least, first), greatest: others.reduce(greatest, first) }
}
