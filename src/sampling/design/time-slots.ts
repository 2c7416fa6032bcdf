import type { SlotDimension } from './sampling-design.js'

const MINUTES_OF_DAY = 1_440

export const MINUTE = 60_000

/** A slot as minutes of the day, `to` over 1,440 where it goes over midnight. */
export interface SlotSpan {
  readonly label: string
  readonly from: number
  readonly to: number
}

export function slotSpans(dimension: SlotDimension): readonly SlotSpan[] {
  return Object.entries(dimension.slots).map(([label, [start, end]]) => {
    const [from, to] = [minuteOf(start), minuteOf(end)]
    return { label, from, to: to <= from ? to + MINUTES_OF_DAY : to }
  })
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** The label of every minute of the day; undefined where no slot covers it and none stands for the rest. */
export function minuteLabels(dimension: SlotDimension): readonly (string | undefined)[] {
  const labels = Array.from<string | undefined>({ length: MINUTES_OF_DAY }).fill(dimension.otherwise)
  for (const { label, from, to } of slotSpans(dimension))
    for (let minute = from; minute < to; minute++) labels[minute % MINUTES_OF_DAY] = label
  return labels
}

/** The minute of the day of a wall time. */
export function minuteOfDay(wallTime: number): number {
  // Times before 1970 are negative.
  return ((Math.floor(wallTime / MINUTE) % MINUTES_OF_DAY) + MINUTES_OF_DAY) % MINUTES_OF_DAY
}
