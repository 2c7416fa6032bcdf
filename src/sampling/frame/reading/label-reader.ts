import { minuteLabels } from '../../design/minute-labels.js'
import { minuteOfDay } from '../../design/minute-of-day.js'
import type { StratumDimension } from '../../design/sampling-design.js'
import type { Cells } from './frame-call.js'
import type { TimeReader } from './time-reader.js'

/** Compiles the reader of the label that a dimension gives a call: the cell as text, or the slot of its time. */
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
