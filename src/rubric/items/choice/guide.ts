import { divide, least, ONE, rationalOf } from '../../exact/rational.js'
import type { GuideContext } from '../../guide/guide-context.js'
import type { ItemGuide } from '../../guide/item-guide.js'
import { paragraph } from '../../guide/paragraph.js'
import { code, rich, strong } from '../../guide/rich.js'
import { table } from '../../guide/table.js'
import { fullPoints } from './earn.js'
import type { ChoiceItem } from './format.js'

/** The options, with what each earns and means. */
export function choiceGuide(item: ChoiceItem, { words, titled, nameOf, criterion, earned }: GuideContext): ItemGuide {
  const full = fullPoints(item)
  const rows = item.options.map((option) => [
    rich`${strong(titled(option))} ${code(option.id)}`,
    earned(least(ONE, divide(rationalOf(option.points), full))),
    criterion(item.guidance?.[option.id], option.description),
  ])
  const critical = item.criticalError?.options.map((id) => nameOf(item.options, id)).join(words.comma)
  return {
    criteria: [
      ...(item.multiple ? [paragraph(words.multiple)] : []),
      table([words.rating, words.points, words.meaning], rows),
    ],
    ...(critical !== undefined && { critical }),
  }
}
