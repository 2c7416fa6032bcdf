import type { Weekday } from './calendar.js'

/** From Monday on. */
export const WEEKDAYS: readonly [Weekday, ...Weekday[]] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]

/** Minutes from midnight of a time of day, `HH:MM`. */
export function minuteOfTime(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
