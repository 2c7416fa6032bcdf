/** UTF-16 units of one document; a rubric of thousands of items with guidance stays far below. */
export const MAXIMUM_TEXT_LENGTH = 5_000_000
/** Nested arrays and objects; a section takes two. Keeps every recursion far from the end of the stack. */
export const MAXIMUM_DEPTH = 200
/** Values in one document, so that a value built of shared parts cannot unfold without end. */
export const MAXIMUM_VALUES = 100_000
/** Faults told of one document; more help nobody. */
export const MAXIMUM_ISSUES = 200

/** How large a document may be. */
export interface SizeLimits {
  /** UTF-16 units of its text. */
  readonly characters: number
  readonly values: number
}

/** What people write. */
export const WRITTEN_BY_PEOPLE: SizeLimits = { characters: MAXIMUM_TEXT_LENGTH, values: MAXIMUM_VALUES }
/** What programs write: a list of a million drawn calls. */
export const WRITTEN_BY_PROGRAMS: SizeLimits = { characters: 400_000_000, values: 6_000_000 }
