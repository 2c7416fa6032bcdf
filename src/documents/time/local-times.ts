import { tzOffset } from '@date-fns/tz/tzOffset'
import type { CivilDate } from './civil-date.js'

const MINUTE = 60_000
const DAY = 86_400_000
/** Zones change their offset at most at these steps, in milliseconds. */
const OFFSET_STEP = 15 * MINUTE
/** Entries kept before the memory is given back. */
const MAXIMUM_REMEMBERED = 4_096

/**
 * Returns the wall time of one zone, in milliseconds as if it were UTC's; remembers offsets, since calls come in by the
 * thousand for a day.
 */
export function localTimes(timeZone: string): (instant: number) => number {
  if (timeZone === 'UTC') return (instant) => instant
  const offsets = new Map<number, number>()
  return (instant) => {
    const step = Math.floor(instant / OFFSET_STEP)
    let offset = offsets.get(step)
    if (offset === undefined) {
      offset = tzOffset(timeZone, new Date(instant))
      // A clock may change within a step: Newfoundland's did at 00:01. Such a step is not remembered.
      const ends = [step * OFFSET_STEP, (step + 1) * OFFSET_STEP - 1]
      const isSteady = ends.every((end) => tzOffset(timeZone, new Date(end)) === offset)
      if (offsets.size >= MAXIMUM_REMEMBERED) offsets.clear()
      if (isSteady) offsets.set(step, offset)
    }
    return instant + offset * MINUTE
  }
}

/** Returns local dates in one zone. */
export function localDates(timeZone: string): (instant: number) => CivilDate {
  const localTimeOf = localTimes(timeZone)
  const dates = new Map<number, CivilDate>()
  return (instant) => {
    const day = Math.floor(localTimeOf(instant) / DAY)
    let date = dates.get(day)
    if (date === undefined) {
      date = new Date(day * DAY).toISOString().slice(0, 10)
      if (dates.size >= MAXIMUM_REMEMBERED) dates.clear()
      dates.set(day, date)
    }
    return date
  }
}
