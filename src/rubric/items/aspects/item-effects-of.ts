import type { ChangeEffect } from '../../versions/rubric-diff.js'
import { type ByKind, ofKind } from '../by-kind.js'
import { CHOICE_CHANGES } from '../choice/changes.js'
import { DEDUCTION_CHANGES } from '../deduction/changes.js'
import type { Item } from '../item.js'
import type { ItemEffects } from '../item-effects.js'
import { NUMERIC_CHANGES } from '../numeric/changes.js'
import { RECORD_CHANGES } from '../record/changes.js'
import { SCALE_CHANGES } from '../scale/changes.js'
import { YES_NO_CHANGES } from '../yes-no/changes.js'

const EFFECTS: ByKind<ItemEffects> = {
  scale: () => scored(SCALE_CHANGES),
  'yes-no': () => scored(YES_NO_CHANGES),
  choice: () => scored(CHOICE_CHANGES),
  numeric: () => scored(NUMERIC_CHANGES),
  deduction: () => scored(DEDUCTION_CHANGES),
  text: () => ({ added: 'none', removed: 'none', keys: {} }),
  record: ({ required }) => ({ added: required ? 'ratings' : 'none', removed: 'none', keys: RECORD_CHANGES }),
}

/** What changes of an item mean for evaluations by the version before. */
export function itemEffectsOf(item: Item): ItemEffects {
  return ofKind(EFFECTS, item)
}

/** Old evaluations have no rating of a new item; the rating of a removed one is left out. */
function scored(keys: Readonly<Record<string, ChangeEffect>>): ItemEffects {
  return { added: 'ratings', removed: 'figures', keys }
}
