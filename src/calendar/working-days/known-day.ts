import { type CivilDate, isCivilDate } from '../../documents/time/civil-date.js'
import { DATE_PATTERN } from '../../documents/time/date-pattern.js'
import { dayOfDate } from '../../documents/time/day-number.js'
import { errorOf } from '../../issues/error-of.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import { refuseUnknown, type WorkingCalendar } from '../working-calendar.js'

/**
 * Returns the day of a date that the calendars cover, counted from 1970.
 * @param path - the parameter that holds the date
 * @throws CallgradeError `document/date`; `calendar/too-early`, `calendar/beyond-end`
 */
export function knownDay(date: CivilDate, calendar: WorkingCalendar, path: string): number {
  if (!(typeof date === 'string' && DATE_PATTERN.test(date) && isCivilDate(date)))
    throw errorOf({ code: 'document/date', path: [path], received: excerptOf(date) })
  const day = dayOfDate(date)
  refuseUnknown(day, calendar, path)
  return day
}
