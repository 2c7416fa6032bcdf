import { type ByKind, ofKind } from '../by-kind.js'
import type { Item } from '../item.js'

const WRITTEN_PLAINLY: ByKind<boolean> = {
  scale: () => false,
  'yes-no': () => false,
  choice: ({ multiple = false }) => !multiple,
  numeric: () => false,
  deduction: () => false,
  text: () => true,
  record: ({ input }) => input !== 'number',
}

/** Whether a cell of a table holds a rating as it stands, and not as JSON. */
export function isWrittenPlainly(item: Item): boolean {
  return ofKind(WRITTEN_PLAINLY, item)
}
