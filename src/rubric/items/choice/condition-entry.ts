import type { MemberEntry } from '../../../conditions/vocabulary.js'
import type { ChoiceItem } from './format.js'

/** Conditions see an option id, or with `multiple` a list of them. */
export function choiceConditionEntry({ multiple, options }: ChoiceItem): MemberEntry {
  return { type: multiple ? 'list' : 'string', values: options.map(({ id }) => id) }
}
