import { type ByKind, ofKind } from '../by-kind.js'
import { type FaultLoss, faultLosses } from '../deduction/fault-losses.js'
import type { ScoredItem } from '../item.js'
import type { Reading } from '../ratings/reading.js'

const LOSSES: ByKind<readonly FaultLoss[] | undefined, [reading: Reading], ScoredItem> = {
  scale: () => undefined,
  'yes-no': () => undefined,
  choice: () => undefined,
  numeric: () => undefined,
  deduction: (item, { faults }) => faults && faultLosses(item, faults),
}

/** What each fault of a reading took; undefined where no faults were found. */
export function faultLossesOf(item: ScoredItem, reading: Reading): readonly FaultLoss[] | undefined {
  return ofKind(LOSSES, item, reading)
}
