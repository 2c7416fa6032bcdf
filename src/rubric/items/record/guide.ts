import type { GuideContext } from '../../guide/guide-context.js'
import type { ItemGuide } from '../../guide/item-guide.js'
import { paragraph } from '../../guide/paragraph.js'
import { remark } from '../../guide/remark.js'
import { code, rich, strong } from '../../guide/rich.js'
import { table } from '../../guide/table.js'
import type { RecordItem } from './format.js'

/** Says what is recorded, whether it has to be, and which options there are. */
export function recordGuide(item: RecordItem, context: GuideContext): ItemGuide {
  const { words, titled, criterion } = context
  const { input, required = false, options = [], guidance } = item
  const rows = options.map((option) => [
    rich`${strong(titled(option))} ${code(option.id)}`,
    criterion(undefined, option.description),
  ])
  return {
    criteria: [
      paragraph(words.recorded(words.inputs[input], required)),
      ...remark(guidance, context),
      ...(rows.length > 0 ? [table([words.rating, words.meaning], rows)] : []),
    ],
  }
}
