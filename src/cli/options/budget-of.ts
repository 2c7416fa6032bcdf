import type { Budget } from '../../sampling/index.js'
import { WrongUse } from '../faults/wrong-use.js'
import type { GivenOptions } from '../usage/option-definition.js'
import type { Words } from '../words/words.js'
import type { SIZE_OPTIONS } from './size-options.js'

/**
 * The budget of raters' days; undefined where none was given.
 * @throws WrongUse where a part of it is missing
 */
export function budgetOf(
  { raters, 'calls-per-day': callsPerDay, days }: GivenOptions<typeof SIZE_OPTIONS>,
  words: Words,
): Budget | undefined {
  if (raters === undefined && callsPerDay === undefined && days === undefined) return undefined
  if (raters === undefined || callsPerDay === undefined || days === undefined)
    throw new WrongUse(words.sampling.partBudget)
  return { raters, callsPerDay, days }
}
