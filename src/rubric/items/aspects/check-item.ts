import { type ByKind, ofKind } from '../by-kind.js'
import { checkChoice } from '../choice/check.js'
import { checkDeduction } from '../deduction/check.js'
import type { Item } from '../item.js'
import type { ItemCheck } from '../item-check.js'
import { checkNumeric } from '../numeric/check.js'
import { checkRecord } from '../record/check.js'
import { checkScaleItem } from '../scale/check.js'
import { checkText } from '../text/check.js'
import { checkYesNo } from '../yes-no/check.js'

const CHECKS: ByKind<void, [context: ItemCheck]> = {
  scale: checkScaleItem,
  'yes-no': checkYesNo,
  choice: checkChoice,
  numeric: checkNumeric,
  deduction: checkDeduction,
  text: checkText,
  record: checkRecord,
}

/** Reports what is wrong with an item of a rubric, by the rules of its kind. */
export function checkItem(item: Item, context: ItemCheck): void {
  ofKind(CHECKS, item, context)
}
