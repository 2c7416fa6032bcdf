import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Criterion } from '../format/criterion.js'
import { checkDate } from './check-dates.js'
import type { RubricFaults } from './rubric-faults.js'

/** Checks that the days in a criterion's cases exist. */
export function checkCriterion(criterion: Criterion | undefined, faults: RubricFaults): void {
  for (const example of criterion?.examples ?? []) checkDate(example.through, example, 'through', faults)
}

/** Checks criteria that are kept by rating. */
export function checkCriteria(guidance: Readonly<Record<string, Criterion>> = {}, faults: RubricFaults): void {
  for (const criterion of Object.values(guidance)) checkCriterion(criterion, faults)
}

/** Checks that criteria are kept under ratings of the item. */
export function checkGuidanceKeys(
  item: { readonly guidance?: Readonly<Record<string, Criterion>> },
  ratings: readonly string[],
  faults: RubricFaults,
): void {
  for (const key of Object.keys(item.guidance ?? {})) {
    if (!ratings.includes(key))
      faults.add('rubric/guidance-key', item, ['guidance', key], {
        at: 'key',
        expected: alternatives(ratings),
        received: excerptOf(key),
      })
  }
}
