import type { RubricFaults } from '../checks/rubric-faults.js'
import type { Rubric } from '../format/rubric.js'

/** The surroundings in which an item of a rubric is checked. */
export interface ItemCheck {
  readonly rubric: Rubric
  /** Names that the rubric declares. */
  readonly names: Readonly<Record<'scales' | 'families' | 'tags' | 'facts', ReadonlySet<string>>>
  readonly faults: RubricFaults
}
