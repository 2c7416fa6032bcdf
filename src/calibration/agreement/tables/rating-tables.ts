import type { Issue } from '../../../issues/issue.js'
import type { Rubric } from '../../../rubric/index.js'
import type { RatingScale } from '../../../rubric/items/comparison.js'
import type { Score } from '../../../scoring/index.js'
import type { RatingTable } from './rating-table.js'

/** An item, section, veto, the total or the verdict, with the ratings of all raters. */
export interface Target {
  readonly kind: 'item' | 'section' | 'total' | 'veto' | 'verdict'
  /** Id of the item, section or veto; `score` and `verdict` for the others. */
  readonly id: string
  readonly scale: RatingScale
  /** Calls by raters; names as their place in the list; null where missing or n/a. */
  readonly table: RatingTable
  /** Calls by raters: 1 where n/a, 0 where rated, null where missing. */
  readonly notApplicable: RatingTable
}

/** Judged calls as tables. */
export interface RatingTables {
  readonly rubric: Rubric
  readonly calls: readonly string[]
  readonly raters: readonly string[]
  readonly targets: readonly Target[]
  /** By call and rater, where whole evaluations were given. */
  readonly scores: readonly (readonly (Score | null)[])[]
  /** Evaluations that could not be scored, with their places. */
  readonly failed: readonly { readonly index: number; readonly issues: readonly Issue[] }[]
}
