import type { ItemNode, SectionNode } from '../format/form.js'
import { itemGuideOf } from '../items/aspects/item-guide-of.js'
import { conditionText } from './condition-text.js'
import type { GuideContext } from './guide-context.js'
import type { GuideBlock } from './guide-document.js'
import { paragraph } from './paragraph.js'
import { code, rich } from './rich.js'

/** A section with its items, a heading for each. */
export function sectionBlocks(section: SectionNode, level: number, context: GuideContext): readonly GuideBlock[] {
  const { source, children } = section
  return [
    { kind: 'heading', level, text: [context.titled(source)] },
    ...introduction(source, context),
    ...children.flatMap((child) =>
      child.kind === 'section' ? sectionBlocks(child, level + 1, context) : itemBlocks(child, level + 1, context),
    ),
  ]
}

function itemBlocks({ source }: ItemNode, level: number, context: GuideContext): readonly GuideBlock[] {
  const { rubric, words, titled, nameOf } = context
  const { criteria, critical, remarks = [] } = itemGuideOf(source, context)
  const family = 'criticalError' in source ? source.criticalError?.family : undefined
  return [
    { kind: 'heading', level, text: rich`${titled(source)} ${code(source.id)}` },
    ...introduction(source, context),
    ...criteria,
    ...(critical === undefined || family === undefined
      ? []
      : [paragraph(words.critical(nameOf(rubric.families, family), critical))]),
    ...remarks,
  ]
}

/** What a section or item is about, and when it applies. */
function introduction(
  { description, appliesWhen, mayBeNotApplicable }: SectionNode['source'] | ItemNode['source'],
  context: GuideContext,
): readonly GuideBlock[] {
  const { words, text } = context
  return [
    ...(description === undefined ? [] : [paragraph(text(description))]),
    ...(appliesWhen ? [paragraph(words.appliesWhen(conditionText(appliesWhen, context)))] : []),
    ...(mayBeNotApplicable ? [paragraph(words.mayBeNa)] : []),
  ]
}
