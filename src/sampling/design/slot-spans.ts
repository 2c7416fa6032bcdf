import type { SlotDimension } from './sampling-design.js'

export const MINUTES_OF_DAY = 1_440

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
