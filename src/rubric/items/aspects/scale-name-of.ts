import type { Rubric } from '../../format/rubric.js'
import { type ByKind, ofKind } from '../by-kind.js'
import type { Item } from '../item.js'

const SCALE_NAMES: ByKind<string | undefined, [rubric: Rubric]> = {
  scale: ({ scale }, { defaultScale }) => scale ?? defaultScale,
  'yes-no': () => undefined,
  choice: () => undefined,
  numeric: () => undefined,
  deduction: () => undefined,
  text: () => undefined,
  record: () => undefined,
}

/** The name of the scale that an item is rated by, if any. */
export function scaleNameOf(item: Item, rubric: Rubric): string | undefined {
  return ofKind(SCALE_NAMES, item, rubric)
}
