import type { SlotDimension } from './sampling-design.js'
import { MINUTES_OF_DAY, slotSpans } from './slot-spans.js'

/**
 * Returns the label of every minute of the day; undefined where no slot covers it and there is no label for other
 * times.
 */
export function minuteLabels(dimension: SlotDimension): readonly (string | undefined)[] {
  const labels = Array.from<string | undefined>({ length: MINUTES_OF_DAY }).fill(dimension.otherwise)
  for (const { label, from, to } of slotSpans(dimension))
    for (let minute = from; minute < to; minute++) labels[minute % MINUTES_OF_DAY] = label
  return labels
}
