import { dayReader, wallTimeReader } from '../../../documents/time/wall-time-reader.js'
import type { FieldType, SamplingDesign } from '../../design/sampling-design.js'

/** Milliseconds of a date or an instant in the design's zone, or NaN where a text is neither. */
export type TimeReader = (text: string) => number

/** A row's text is asked for up to three times running, as a cell, a label and the time of the call, but read once. */
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

/** The column that says when a call was: the one with the role `time`, else the only column of instants. */
export function timeColumn({ fields }: SamplingDesign): string | undefined {
  const all = Object.entries(fields)
  const instants = all.filter(([, { type }]) => type === 'instant')
  const [name] = all.find(([, { role }]) => role === 'time') ?? (instants.length === 1 ? instants[0] : undefined) ?? []
  return name
}
