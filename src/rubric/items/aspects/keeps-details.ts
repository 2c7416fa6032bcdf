import type { ItemKind, ScoredItem } from '../item.js'

const KEEPS_DETAILS: { readonly [Kind in ItemKind<ScoredItem>]: boolean } = {
  scale: false,
  'yes-no': false,
  choice: true,
  numeric: false,
  deduction: true,
}

/** Whether a score keeps more of an item's rating than its percentage: chosen options, faults found. */
export function keepsDetails(item: ScoredItem): boolean {
  return KEEPS_DETAILS[item.kind ?? 'scale']
}
