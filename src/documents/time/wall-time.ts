import { tzOffset } from '@date-fns/tz/tzOffset'
import type { CivilDate } from './civil-date.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Offsets lie between -12 and +14 hours. */
const GREATEST_OFFSET = 14 * HOUR

/** Days since 1970 of a date, and back. */
export function dayOfDate(date: CivilDate): number {
  return Date.parse(date) / DAY
}

export function dateOfDay(day: number): CivilDate {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** Offset from UTC in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  return timeZone === 'UTC' ? 0 : tzOffset(timeZone, new Date(instant)) * MINUTE
}

/** Wall time at an instant: milliseconds as if the zone were UTC. */
export function wallTimeAt(instant: number, timeZone: string): number {
  return instant + offsetAt(instant, timeZone)
}

/**
 * The instant of a wall time. Where the clocks go back and it comes twice, the first; where they go forward and it is
 * left out, what the clock would show had it not been changed: 02:30 is then 03:30.
 * @param wallTime - milliseconds as if the zone were UTC
 */
export function instantAtWallTime(wallTime: number, timeZone: string): number {
  const before = offsetAt(wallTime - GREATEST_OFFSET, timeZone)
  const after = offsetAt(wallTime + GREATEST_OFFSET, timeZone)
  if (before === after || offsetAt(wallTime - before, timeZone) === before) return wallTime - before
  return offsetAt(wallTime - after, timeZone) === after ? wallTime - after : wallTime - before
}

/**
 * The first instant at which the clock shows a wall time or a later one: where the clocks go forward over it, the instant
 * at which they do. Stretches of working time begin and end so, since nobody works an hour that there is not.
 * @param wallTime - milliseconds as if the zone were UTC
 */
export function instantWhenReached(wallTime: number, timeZone: string): number {
  const instant = instantAtWallTime(wallTime, timeZone)
  if (wallTimeAt(instant, timeZone) === wallTime) return instant
  const after = offsetAt(instant, timeZone)
  let [earlier, later] = [wallTime - after, instant]
  while (later - earlier > 1) {
    const middle = Math.floor((earlier + later) / 2)
    if (offsetAt(middle, timeZone) === after) later = middle
    else earlier = middle
  }
  return later
}

/**
 * Writes an instant with the offset of a zone.
 * @example
 * instantText(0, 'Asia/Shanghai') //=> '1970-01-01T08:00:00+08:00'
 */
export function instantText(instant: number, timeZone: string): string {
  return textWithOffset(instant, offsetAt(instant, timeZone))
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

/** The first instant of a local date. */
export function startOfDay(date: CivilDate, timeZone: string): string {
  return instantText(instantAtWallTime(dayOfDate(date) * DAY, timeZone), timeZone)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
