import type { Item, ItemKind, ScoredItem } from '../item.js'

const IS_SCORED: { readonly [Kind in ItemKind]: Kind extends ItemKind<ScoredItem> ? true : false } = {
  scale: true,
  'yes-no': true,
  choice: true,
  numeric: true,
  deduction: true,
  text: false,
  record: false,
}

/** Whether ratings of an item earn points; other items are only recorded and have no weight. */
export function isScored(item: Item): item is ScoredItem {
  return IS_SCORED[item.kind ?? 'scale']
}
