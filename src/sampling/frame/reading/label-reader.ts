import type { StratumDimension } from '../../design/sampling-design.js'
import { minuteLabels, minuteOfDay } from '../../design/time-slots.js'
import type { TimeReader } from './call-time.js'
import type { Cells } from './frame-call.js'

/** Reads the label that a dimension gives a call, a text as written. */
export function labelReader(
  dimension: StratumDimension,
  indexOf: ReadonlyMap<string, number>,
  times: ReadonlyMap<string, TimeReader | undefined>,
): { readonly field: string; readonly read: (cells: Cells) => string | undefined } {
  const field = typeof dimension === 'string' ? dimension : dimension.field
  const at = indexOf.get(field) ?? -1
  if (typeof dimension === 'string') {
    return {
      field,
      read: (cells) => {
        const value = cells[at]
        return value === undefined ? undefined : String(value)
      },
    }
  }
  const labels = minuteLabels(dimension)
  const timeOf = times.get(field)
  return {
    field,
    read: (cells) => {
      const value = cells[at]
      return timeOf && typeof value === 'string' ? labels[minuteOfDay(timeOf(value))] : undefined
    },
  }
}
