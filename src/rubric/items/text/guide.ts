import type { GuideContext } from '../../guide/guide-context.js'
import type { ItemGuide } from '../../guide/item-guide.js'
import { paragraph } from '../../guide/paragraph.js'
import { remark } from '../../guide/remark.js'
import type { TextItem } from './format.js'

/** Says that the remark is not scored. */
export function textGuide(item: TextItem, context: GuideContext): ItemGuide {
  return { criteria: [paragraph(context.words.remarkOnly), ...remark(item.guidance, context)] }
}
