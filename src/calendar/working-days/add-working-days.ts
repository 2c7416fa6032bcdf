import type { CivilDate } from '../../documents/time/civil-date.js'
import { dateOfDay } from '../../documents/time/day-number.js'
import { errorOf } from '../../issues/error-of.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Calendar } from '../calendar.js'
import { joinCalendars } from '../working-calendar.js'
import { knownDay } from './known-day.js'
import { laterWorkingDay } from './later-working-day.js'

/**
 * Returns the date so many working days later; the start is not counted, and 0 days return the date itself.
 * @param days - a whole number, 0 or more
 * @throws CallgradeError as `isWorkingDay`; `document/range` for `days`; `calendar/beyond-end` where the calendars end
 * @example
 * addWorkingDays('2026-09-30', 2, [cn2026]) //=> '2026-10-09'
 */
export function addWorkingDays(date: CivilDate, days: number, calendars: readonly Calendar[]): CivilDate {
  const calendar = joinCalendars(calendars)
  if (!(Number.isSafeInteger(days) && days >= 0))
    throw errorOf({ code: 'document/range', path: ['days'], expected: 'integer >= 0', received: excerptOf(days) })
  return dateOfDay(laterWorkingDay(knownDay(date, calendar, 'date'), days, calendar))
}
