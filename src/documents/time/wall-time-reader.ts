import { parseInstant } from './instant.js'
import { localTimes } from './local-times.js'

const MINUTE = 60_000

const DATE = /^\d{4}-\d{2}-\d{2}$/

const WALL_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?$/

/** Number of days that a reader remembers before it forgets them all. */
const MAXIMUM_REMEMBERED = 4_096

/** Makes a reader of dates: milliseconds at midnight UTC, or NaN for a day that does not exist, such as 2026-02-30. */
export function dayReader(): (text: string) => number {
  const days = new Map<string, number>()
  return (text) => {
    let day = days.get(text)
    if (day === undefined) {
      day = DATE.test(text) ? Date.parse(text) : Number.NaN
      // Date.parse takes 2026-02-30 for 2 March.
      if (!Number.isNaN(day) && !new Date(day).toISOString().startsWith(text)) day = Number.NaN
      if (days.size >= MAXIMUM_REMEMBERED) days.clear()
      days.set(text, day)
    }
    return day
  }
}

/**
 * Reads an instant, or wall time of the zone where it has no offset, as wall time of the zone: milliseconds as if it
 * were UTC's, or NaN where it is neither. Wall time that a change of the clock leaves out is taken as written.
 */
export function wallTimeReader(timeZone: string): (text: string) => number {
  const localTimeOf = localTimes(timeZone)
  const dayOf = dayReader()
  return (text) => {
    const match = WALL_TIME.exec(text)
    if (!match) {
      const instant = parseInstant(text)
      return Number.isNaN(instant) ? instant : localTimeOf(instant)
    }
    const [, date = '', hour, minute, second = '0'] = match
    return dayOf(date) + (Number(hour) * 60 + Number(minute)) * MINUTE + Number(second) * 1_000
  }
}
