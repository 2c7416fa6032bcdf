import type { CivilDate } from './civil-date.js'

const DAY = 86_400_000

/** Counts the days from 1970 to a date. */
export function dayOfDate(date: CivilDate): number {
  return Date.parse(date) / DAY
}

/** Returns the date of a day that is counted from 1970. */
export function dateOfDay(day: number): CivilDate {
  return new Date(day * DAY).toISOString().slice(0, 10)
}
