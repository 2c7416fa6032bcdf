import type { GuideContext } from '../../guide/guide-context.js'
import type { ItemGuide } from '../../guide/item-guide.js'
import { paragraph } from '../../guide/paragraph.js'
import { remark } from '../../guide/remark.js'
import { code, linesOf, rich, strong } from '../../guide/rich.js'
import { table } from '../../guide/table.js'
import type { DeductionItem } from './format.js'

/** The faults, with what each takes and means. */
export function deductionGuide(item: DeductionItem, context: GuideContext): ItemGuide {
  const { rubric, words, titled, nameOf, criterion } = context
  const rows = item.faults.map((fault) => {
    const most = fault.maximumCount === undefined ? '' : words.atMostTimes(String(fault.maximumCount))
    return [
      rich`${strong(titled(fault))} ${code(fault.id)}`,
      `−${fault.points}${most}`,
      linesOf(
        criterion(fault.guidance, fault.description),
        fault.criticalError ? words.criticalFault(nameOf(rubric.families, fault.criticalError.family)) : '',
      ),
    ]
  })
  return {
    criteria: [
      paragraph(words.deduction(String(item.base))),
      ...remark(item.guidance, context),
      table([words.fault, words.lost, words.meaning], rows),
    ],
    ...(item.criticalError && { critical: words.belowPercent(String(item.criticalError.belowPercent)) }),
  }
}
