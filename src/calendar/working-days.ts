import { type CivilDate, isCivilDate } from '../documents/time/civil-date.js'
import { DATE_PATTERN } from '../documents/time/date-pattern.js'
import { dateOfDay, dayOfDate } from '../documents/time/day-number.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import { excerptOf } from '../issues/excerpt-of.js'
import { issueOf } from '../issues/issue-of.js'
import type { Calendar } from './calendar.js'
import { joinCalendars, refuseUnknown, type WorkingCalendar, workingDayAfter } from './working-calendar.js'

/**
 * Whether a date is worked: a make-up day beats a holiday, a holiday beats the weekend.
 * @throws CallgradeError `document/date`; `calendar/too-early`, `calendar/beyond-end` where no calendar knows the date;
 * `calendar/...` where the calendars do not join
 * @example
 * isWorkingDay('2026-10-10', [cn2026]) //=> true, a Saturday that is worked
 */
export function isWorkingDay(date: CivilDate, calendars: readonly Calendar[]): boolean {
  const calendar = joinCalendars(calendars)
  return calendar.isWorking(knownDay(date, calendar, 'date'))
}

/**
 * Counts the working days from one date through another, both included.
 * @returns a whole number; 0 where `through` is before `from`
 * @throws CallgradeError as `isWorkingDay`
 * @example
 * workingDaysBetween('2026-01-01', '2026-12-31', [cn2026]) //=> 248
 */
export function workingDaysBetween(from: CivilDate, through: CivilDate, calendars: readonly Calendar[]): number {
  const calendar = joinCalendars(calendars)
  const [first, last] = [knownDay(from, calendar, 'from'), knownDay(through, calendar, 'through')]
  let count = 0
  for (let day = first; day <= last; day++) if (calendar.isWorking(day)) count++
  return count
}

/**
 * The date so many working days later; the start is not counted, and 0 moves nothing.
 * @param days - a whole number, 0 or more
 * @throws CallgradeError as `isWorkingDay`; `document/range` for `days`; `calendar/beyond-end` where the calendars end
 * @example
 * addWorkingDays('2026-09-30', 2, [cn2026]) //=> '2026-10-09'
 */
export function addWorkingDays(date: CivilDate, days: number, calendars: readonly Calendar[]): CivilDate {
  const calendar = joinCalendars(calendars)
  if (!(Number.isSafeInteger(days) && days >= 0))
    throw new CallgradeError([
      issueOf(
        { code: 'document/range', path: ['days'], expected: 'integer >= 0', received: excerptOf(days) },
        undefined,
      ),
    ])
  return dateOfDay(moved(knownDay(date, calendar, 'date'), days, calendar))
}

/**
 * The date itself where it is worked, else the next that is.
 * @throws CallgradeError as `isWorkingDay`; `calendar/beyond-end` where the calendars end
 * @example
 * rollForward('2026-10-03', [cn2026]) //=> '2026-10-08'
 */
export function rollForward(date: CivilDate, calendars: readonly Calendar[]): CivilDate {
  const calendar = joinCalendars(calendars)
  const day = knownDay(date, calendar, 'date')
  return calendar.isWorking(day) ? date : dateOfDay(moved(day, 1, calendar))
}

function moved(day: number, count: number, calendar: WorkingCalendar): number {
  const later = workingDayAfter(day, count, calendar)
  if (later === undefined) refuseUnknown(calendar.lastDay + 1, calendar, 'date')
  return later ?? day
}

function knownDay(date: CivilDate, calendar: WorkingCalendar, path: string): number {
  if (!(typeof date === 'string' && DATE_PATTERN.test(date) && isCivilDate(date)))
    throw new CallgradeError([issueOf({ code: 'document/date', path: [path], received: excerptOf(date) }, undefined)])
  const day = dayOfDate(date)
  refuseUnknown(day, calendar, path)
  return day
}
