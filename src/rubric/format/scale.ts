import type { Text } from '../../issues/text.js'

/** Levels that a rater chooses from, and how a level becomes a fraction. */
export interface Scale {
  readonly title?: Text
  readonly description?: Text
  readonly note?: Text
  readonly levels: readonly Level[]
  /** `ratio` value / greatest; `span` (value - least) / (greatest - least); `points` points / greatest points. @defaultValue `ratio` */
  readonly scoring?: 'ratio' | 'span' | 'points'
}

/** One level of a scale. */
export interface Level {
  readonly value: number
  readonly title?: Text
  readonly description?: Text
  readonly note?: Text
  /** Needed where the scale scores by `points`. */
  readonly points?: number
}
