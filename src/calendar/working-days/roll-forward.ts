import type { CivilDate } from '../../documents/time/civil-date.js'
import { dateOfDay } from '../../documents/time/day-number.js'
import type { Calendar } from '../calendar.js'
import { joinCalendars } from '../working-calendar.js'
import { knownDay } from './known-day.js'
import { laterWorkingDay } from './later-working-day.js'

/**
 * Returns the date itself where it is a working day, otherwise the next working day.
 * @throws CallgradeError as `isWorkingDay`; `calendar/beyond-end` where the calendars end
 * @example
 * rollForward('2026-10-03', [cn2026]) //=> '2026-10-08'
 */
export function rollForward(date: CivilDate, calendars: readonly Calendar[]): CivilDate {
  const calendar = joinCalendars(calendars)
  const day = knownDay(date, calendar, 'date')
  return calendar.isWorking(day) ? date : dateOfDay(laterWorkingDay(day, 1, calendar))
}
