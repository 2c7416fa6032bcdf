import { refuseUnknown, type WorkingCalendar, workingDayAfter } from '../working-calendar.js'

/**
 * Returns the day that is so many working days later, counted from 1970.
 * @throws CallgradeError `calendar/beyond-end` where the calendars end
 */
export function laterWorkingDay(day: number, count: number, calendar: WorkingCalendar): number {
  const later = workingDayAfter(day, count, calendar)
  if (later === undefined) refuseUnknown(calendar.lastDay + 1, calendar, 'date')
  return later ?? day
}
