import type { CivilDate } from '../../documents/time/civil-date.js'
import type { Calendar } from '../calendar.js'
import { joinCalendars } from '../working-calendar.js'
import { knownDay } from './known-day.js'

/**
 * Checks whether a date is a working day: a make-up day beats a holiday, a holiday beats the weekend.
 * @throws CallgradeError `document/date`; `calendar/too-early`, `calendar/beyond-end` where no calendar knows the date;
 * `calendar/...` where the calendars do not join
 * @example
 * isWorkingDay('2026-10-10', [cn2026]) //=> true, a Saturday that is worked
 */
export function isWorkingDay(date: CivilDate, calendars: readonly Calendar[]): boolean {
  const calendar = joinCalendars(calendars)
  return calendar.isWorking(knownDay(date, calendar, 'date'))
}
