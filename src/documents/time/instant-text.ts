import type { CivilDate } from './civil-date.js'
import { dayOfDate } from './day-number.js'
import { instantAtWallTime } from './wall-time.js'
import { zoneOffset } from './zone-offset.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * Writes an instant with the offset of a zone.
 * @example
 * instantText(0, 'Asia/Shanghai') //=> '1970-01-01T08:00:00+08:00'
 */
export function instantText(instant: number, timeZone: string): string {
  return textWithOffset(instant, zoneOffset(instant, timeZone))
}

/** Writes an instant with an offset in milliseconds; parts of a second only where there are some. */
export function textWithOffset(instant: number, offset: number): string {
  const wall = new Date(instant + offset).toISOString().replace(/(?:\.000)?Z$/, '')
  if (offset === 0) return `${wall}Z`
  const minutes = Math.abs(offset) / MINUTE
  const [hour, minute] = [Math.floor(minutes / 60), Math.floor(minutes % 60)]
  return `${wall}${offset < 0 ? '-' : '+'}${twoDigits(hour)}:${twoDigits(minute)}`
}

/** Writes an instant with the offset that another one is written with. */
export function textLike(instant: number, pattern: string): string {
  return textWithOffset(instant, writtenOffset(pattern))
}

/** The offset that an instant is written with, in milliseconds. */
export function writtenOffset(text: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(text) ?? []
  return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === '-' ? -1 : 1)
}

/** Writes the first instant of a local date. */
export function startOfDay(date: CivilDate, timeZone: string): string {
  return instantText(instantAtWallTime(dayOfDate(date) * DAY, timeZone), timeZone)
}

/** Writes an instant in UTC, milliseconds included. */
export function utcText(instant: number): string {
  return new Date(instant).toISOString()
}

/**
 * Writes a wall time to the second, without a zone.
 * @param wallTime - milliseconds as if the zone were UTC
 * @example
 * wallTimeText(0) //=> '1970-01-01T00:00:00'
 */
export function wallTimeText(wallTime: number): string {
  return new Date(wallTime).toISOString().slice(0, 19)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
