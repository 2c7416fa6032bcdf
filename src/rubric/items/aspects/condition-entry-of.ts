import type { MemberEntry } from '../../../conditions/vocabulary.js'
import { type ByKind, ofKind } from '../by-kind.js'
import { choiceConditionEntry } from '../choice/condition-entry.js'
import type { Item } from '../item.js'

const NUMBER: MemberEntry = { type: 'number' }
const BOOLEAN: MemberEntry = { type: 'boolean' }

const ENTRIES: ByKind<MemberEntry | undefined> = {
  scale: () => NUMBER,
  'yes-no': () => BOOLEAN,
  choice: choiceConditionEntry,
  numeric: () => NUMBER,
  // Points lost.
  deduction: () => NUMBER,
  text: () => undefined,
  record: () => undefined,
}

/** The type and values under which conditions see ratings of an item; undefined where they see none. */
export function conditionEntryOf(item: Item): MemberEntry | undefined {
  return ofKind(ENTRIES, item)
}
