/** Limits of a confidence interval. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** Two-sided confidence of every interval where none is given. */
export const DEFAULT_CONFIDENCE = 0.95
