/** A draw without replacement. */
export interface HypergeometricDraw {
  /** Calls there are; a whole number, 0 or more. */
  readonly population: number
  /** Those among them that have the mark; at most `population`. */
  readonly marked: number
  /** Those drawn; at most `population`. */
  readonly drawn: number
}
