import { tzOffset } from '@date-fns/tz/tzOffset'
import type { CivilDate } from './civil-date.js'

/** RFC 3339 with an offset; a space or lower-case letters are refused so that every reader agrees. */
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|([+-])(\d{2}):(\d{2}))$/

const MINUTE = 60_000
const DAY = 86_400_000
/** Zones change their offset at most at these steps, in milliseconds. */
const OFFSET_STEP = 15 * MINUTE
/** Entries kept before the memory is given back. */
const MAXIMUM_REMEMBERED = 4_096

/**
 * Reads an instant as milliseconds since 1970, or NaN where it is none or names a day or time that does not exist.
 * Parts of a second are dropped: no date depends on them.
 */
export function parseInstant(text: string): number {
  const match = INSTANT.exec(text)
  if (!match) return Number.NaN
  const [, year, month, day, hour, minute, second, sign, offsetHour = '0', offsetMinute = '0'] = match
  const [y, m, d, h, min, s] = [Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second)]
  // Local dates keep four digits in every zone.
  if (y < 1 || y > 9998) return Number.NaN
  if (h > 23 || min > 59 || s > 59 || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return Number.NaN
  const date = new Date(0)
  date.setUTCFullYear(y, m - 1, d)
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return Number.NaN
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1)
  return date.getTime() + ((h * 60 + min - offset) * 60 + s) * 1000
}

/** Like `parseInstant`, with parts of a second kept: what came first has to be told from what came after. */
export function instantOf(text: string): number {
  const whole = parseInstant(text)
  const point = text.indexOf('.')
  if (point < 0) return whole
  const [fraction = ''] = /^\.\d+/.exec(text.slice(point)) ?? []
  return whole + Math.floor(Number(`0${fraction}`) * 1_000)
}

/**
 * Gives the wall time of one zone, in milliseconds as if it were UTC's; remembers offsets, since calls come in by the
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

/** Gives local dates in one zone. */
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
