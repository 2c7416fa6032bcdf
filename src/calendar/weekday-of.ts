import { weekdayIndex } from '../documents/time/weekday-index.js'
import type { Weekday } from './calendar.js'
import { WEEKDAYS } from './weekdays.js'

/**
 * Names the day of the week.
 * @param day - days since 1970
 */
export function weekdayOf(day: number): Weekday {
  return WEEKDAYS[weekdayIndex(day)] ?? 'monday'
}
