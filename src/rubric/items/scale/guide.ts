import { ZERO } from '../../exact/rational.js'
import { conditionText } from '../../guide/condition-text.js'
import type { GuideContext } from '../../guide/guide-context.js'
import type { ItemGuide } from '../../guide/item-guide.js'
import { paragraph } from '../../guide/paragraph.js'
import { rich, strong } from '../../guide/rich.js'
import { table } from '../../guide/table.js'
import { levelFractions } from './earn.js'
import type { ScaleItem } from './format.js'
import { scaleOf } from './scale-of.js'

/** The levels of the scale, with what each earns and means for the item. */
export function scaleGuide(item: ScaleItem, context: GuideContext): ItemGuide {
  const { rubric, words, text, criterion, earned } = context
  const scale = scaleOf(item, rubric)
  const fractions = levelFractions(scale)
  const rows = scale.levels.map(({ value, title, description }) => [
    title === undefined ? [strong(String(value))] : rich`${strong(String(value))} ${text(title)}`,
    earned(fractions.get(value) ?? ZERO),
    criterion(item.guidance?.[String(value)], description),
  ])
  return {
    criteria: [table([words.rating, words.points, words.meaning], rows)],
    ...(item.criticalError && { critical: words.atMost(String(item.criticalError.atMost)) }),
    remarks: (item.rateWhen ?? []).map(({ level, when }) =>
      paragraph(words.rateWhen(String(level), conditionText(when, context))),
    ),
  }
}
