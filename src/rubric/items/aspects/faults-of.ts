import { type ByKind, ofKind } from '../by-kind.js'
import type { Fault } from '../deduction/format.js'
import type { Item } from '../item.js'

const NONE: readonly Fault[] = []

const FAULTS: ByKind<readonly Fault[]> = {
  scale: () => NONE,
  'yes-no': () => NONE,
  choice: () => NONE,
  numeric: () => NONE,
  deduction: ({ faults }) => faults,
  text: () => NONE,
  record: () => NONE,
}

/** The faults that an item looks for. */
export function faultsOf(item: Item): readonly Fault[] {
  return ofKind(FAULTS, item)
}
