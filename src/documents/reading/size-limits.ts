/**
 * Maximum length of one document in UTF-16 units; a rubric of thousands of items with guidance stays far below.
 */
export const MAXIMUM_TEXT_LENGTH = 5_000_000
/** Maximum number of values in one document, so that a value built of shared parts cannot unfold without end. */
export const MAXIMUM_VALUES = 100_000

/** Maximum size of a document. */
export interface SizeLimits {
  /** UTF-16 units of its text. */
  readonly characters: number
  readonly values: number
}

/** Limits of documents that people write. */
export const WRITTEN_BY_PEOPLE: SizeLimits = { characters: MAXIMUM_TEXT_LENGTH, values: MAXIMUM_VALUES }
/** Limits of documents that programs write, such as a list of a million drawn calls. */
export const WRITTEN_BY_PROGRAMS: SizeLimits = { characters: 400_000_000, values: 6_000_000 }
