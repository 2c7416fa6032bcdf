import { dayReader, wallTimeReader } from '../../../documents/time/wall-time-reader.js'
import type { FieldType, SamplingDesign } from '../../design/sampling-design.js'

/** Reader of a date or an instant: wall time in the design's zone in milliseconds, or NaN where the text is neither. */
export type TimeReader = (text: string) => number

/**
 * Makes the reader of a column of dates or instants. It remembers its last text: a row asks for the same one up to three
 * times, as a cell, a label and the time of the call.
 */
export function timeReader(type: FieldType, { timeZone = 'UTC' }: SamplingDesign): TimeReader | undefined {
  if (type !== 'date' && type !== 'instant') return undefined
  const read = type === 'date' ? dayReader() : wallTimeReader(timeZone)
  let lastText: string | undefined
  let lastTime = Number.NaN
  return (text) => {
    if (text !== lastText) {
      lastTime = read(text)
      lastText = text
    }
    return lastTime
  }
}
