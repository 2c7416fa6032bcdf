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
