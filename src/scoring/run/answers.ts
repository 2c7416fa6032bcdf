import type { Reading } from '../../rubric/items/ratings/reading.js'
import type { SelfRating } from '../score.js'

/** Reason why a node is out of the form; `unknown` where its condition is undecided, which is an error of its own. */
export type NotApplicableReason = 'rated' | 'section' | 'condition' | 'unknown'

/** Answers of one evaluation: its facts, the reading of every rating, and the marks. */
export interface Answers {
  /** The facts that fit their definitions. */
  readonly facts: Readonly<Record<string, unknown>>
  /** By item index; undefined where not applicable, and for text. */
  readonly readings: readonly (Reading | undefined)[]
  /** By item index; undefined where the item applies. */
  readonly itemReasons: readonly (NotApplicableReason | undefined)[]
  /** By section index; undefined where the section applies. */
  readonly sectionReasons: readonly (NotApplicableReason | undefined)[]
  /** By item id; undefined where no item rated itself. */
  readonly selfRated: Readonly<Record<string, SelfRating>> | undefined
  /** Number of marks by veto index. */
  readonly vetoMarks: readonly number[]
  /** Whether marked, by bonus index. */
  readonly bonusMarks: readonly boolean[]
}
