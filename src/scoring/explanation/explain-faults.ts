import { fractionText } from '../../rubric/exact/rational.js'
import { faultLossesOf } from '../../rubric/items/aspects/fault-losses-of.js'
import type { ScoredItem } from '../../rubric/items/item.js'
import type { Reading } from '../../rubric/items/ratings/reading.js'
import type { ExplainedFault } from './explanation.js'

/** Explains what each fault of a rating took; undefined where none occurred. */
export function explainFaults(item: ScoredItem, reading: Reading): readonly ExplainedFault[] | undefined {
  return faultLossesOf(item, reading)?.map(({ fault, count, counted, lost, excess }) => ({
    fault: fault.id,
    ...(fault.title !== undefined && { title: fault.title }),
    count,
    counted,
    lost: fractionText(lost),
    excess: fractionText(excess),
  }))
}
