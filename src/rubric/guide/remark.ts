import type { Criterion } from '../format/criterion.js'
import type { GuideContext } from './guide-context.js'
import type { GuideBlock } from './guide-document.js'
import { paragraph } from './paragraph.js'

/** A criterion as a paragraph; nothing where it says nothing. */
export function remark(criterion: Criterion | undefined, context: GuideContext): readonly GuideBlock[] {
  const content = context.criterion(criterion)
  return content.length === 0 ? [] : [paragraph(content)]
}
