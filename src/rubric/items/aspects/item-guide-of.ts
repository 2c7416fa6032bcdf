import type { GuideContext } from '../../guide/guide-context.js'
import type { ItemGuide } from '../../guide/item-guide.js'
import { type ByKind, ofKind } from '../by-kind.js'
import { choiceGuide } from '../choice/guide.js'
import { deductionGuide } from '../deduction/guide.js'
import type { Item } from '../item.js'
import { numericGuide } from '../numeric/guide.js'
import { recordGuide } from '../record/guide.js'
import { scaleGuide } from '../scale/guide.js'
import { textGuide } from '../text/guide.js'
import { yesNoGuide } from '../yes-no/guide.js'

const GUIDES: ByKind<ItemGuide, [context: GuideContext]> = {
  scale: scaleGuide,
  'yes-no': yesNoGuide,
  choice: choiceGuide,
  numeric: numericGuide,
  deduction: deductionGuide,
  text: textGuide,
  record: recordGuide,
}

/** What a guide says of an item: its ratings, what they earn and mean, and what is a critical error. */
export function itemGuideOf(item: Item, context: GuideContext): ItemGuide {
  return ofKind(GUIDES, item, context)
}
