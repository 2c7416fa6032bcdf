import type { Reading } from './ratings/reading.js'

/** How the ratings of a target can be compared. */
export type RatingScale =
  /** Declared levels in rising order. */
  | { readonly kind: 'levels'; readonly values: readonly number[] }
  /** Names without an order: options, yes and no, vetoes, verdicts. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** Numbers: measured, points lost, scores. */
  | { readonly kind: 'numbers' }

/** How ratings of one item by several raters are compared. */
export interface Comparison {
  readonly scale: RatingScale
  /** The level or number of a reading; of names, its place in the list. */
  readonly numberOf: (reading: Reading) => number
}

/** Compares numbers that readings have as values. */
export function numberComparison(): Comparison {
  return { scale: { kind: 'numbers' }, numberOf: ({ value }) => Number(value) }
}
