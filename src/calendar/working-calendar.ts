import { dateOfDay, dayOfDate } from '../documents/time/day-number.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import { issueOf } from '../issues/issue-of.js'
import type { Calendar, Weekday } from './calendar.js'
import { minuteOfTime } from './minute-of-time.js'
import { requireSoundCalendar } from './sound-calendar.js'
import { weekdayOf } from './weekday-of.js'

/** Hours of a working day, in minutes from midnight, `to` not included. */
export interface HourSpan {
  readonly from: number
  readonly to: number
}

/** Contiguous calendars as one. Days are counted from 1970. */
export interface WorkingCalendar {
  readonly timeZone: string
  readonly firstDay: number
  readonly lastDay: number
  /** For days from `firstDay` to `lastDay`. */
  readonly isWorking: (day: number) => boolean
  readonly hoursOf: (day: number) => readonly HourSpan[]
}

interface CompiledCalendar {
  readonly calendar: Calendar
  readonly firstDay: number
  readonly lastDay: number
  readonly isWorking: (day: number) => boolean
  readonly hours: readonly HourSpan[]
}

const joined = new WeakMap<readonly Calendar[], WorkingCalendar>()

/**
 * Joins calendars, given in any order; the same list is compiled once.
 * @throws CallgradeError `calendar/none`, `calendar/zones-differ`, `calendar/overlap` and `calendar/gap`, and the
 * issues of `parseCalendar` for a faulty calendar
 */
export function joinCalendars(calendars: readonly Calendar[]): WorkingCalendar {
  let known = joined.get(calendars)
  if (!known) {
    for (const [index, calendar] of calendars.entries()) requireSoundCalendar(calendar, ['calendars', index])
    known = join(calendars.map(compile))
    joined.set(calendars, known)
  }
  return known
}

function join(unordered: readonly CompiledCalendar[]): WorkingCalendar {
  const calendars = [...unordered].sort((a, b) => a.firstDay - b.firstDay)
  const [first] = calendars
  const last = calendars.at(-1)
  if (!first || !last) throw fault({ code: 'calendar/none', path: ['calendars'] })
  const timeZone = zoneOf(first.calendar)
  for (const [index, next] of calendars.entries()) {
    const before = calendars[index - 1]
    if (!before) continue
    if (zoneOf(next.calendar) !== timeZone)
      throw fault({
        code: 'calendar/zones-differ',
        path: ['calendars'],
        expected: JSON.stringify(timeZone),
        received: excerptOf(zoneOf(next.calendar)),
        details: { first: first.calendar.id, other: next.calendar.id },
      })
    if (next.firstDay === before.lastDay + 1) continue
    throw fault({
      code: next.firstDay <= before.lastDay ? 'calendar/overlap' : 'calendar/gap',
      path: ['calendars'],
      details: {
        first: before.calendar.id,
        other: next.calendar.id,
        through: before.calendar.valid.through,
        from: next.calendar.valid.from,
      },
    })
  }
  const at = (day: number): CompiledCalendar => calendars.find(({ lastDay }) => day <= lastDay) ?? last
  return {
    timeZone,
    firstDay: first.firstDay,
    lastDay: last.lastDay,
    isWorking: (day) => at(day).isWorking(day),
    hoursOf: (day) => at(day).hours,
  }
}

function compile(calendar: Calendar): CompiledCalendar {
  const weekend = new Set<Weekday>(calendar.weekend)
  const holidays = (calendar.holidays ?? []).map(({ from, through }) => [dayOfDate(from), dayOfDate(through)] as const)
  const makeUp = new Set((calendar.makeUpWorkdays ?? []).map(dayOfDate))
  return {
    calendar,
    firstDay: dayOfDate(calendar.valid.from),
    lastDay: dayOfDate(calendar.valid.through),
    // A make-up day beats a holiday, a holiday beats the day of the week.
    isWorking: (day) =>
      makeUp.has(day) ||
      (!holidays.some(([from, through]) => day >= from && day <= through) && !weekend.has(weekdayOf(day))),
    hours: calendar.workingHours.map(([from, to]) => ({ from: minuteOfTime(from), to: minuteOfTime(to) })),
  }
}

function zoneOf({ timeZone = 'UTC' }: Calendar): string {
  return timeZone
}

/** Rejects a day before the calendars; no later calendar will cover it. */
export function refuseEarlier(day: number, calendar: WorkingCalendar, path: string): void {
  if (day >= calendar.firstDay) return
  throw fault({
    code: 'calendar/too-early',
    path: [path],
    expected: `>= ${dateOfDay(calendar.firstDay)}`,
    received: excerptOf(dateOfDay(day)),
  })
}

/** Rejects a day outside the calendars. */
export function refuseUnknown(day: number, calendar: WorkingCalendar, path: string): void {
  refuseEarlier(day, calendar, path)
  if (day <= calendar.lastDay) return
  throw fault({
    code: 'calendar/beyond-end',
    path: [path],
    expected: `<= ${dateOfDay(calendar.lastDay)}`,
    received: excerptOf(dateOfDay(day)),
  })
}

/**
 * Returns the day that is so many working days later, the start not counted; undefined beyond the end of the calendars.
 * @param count - 0 or more; 0 returns the day itself
 */
export function workingDayAfter(day: number, count: number, calendar: WorkingCalendar): number | undefined {
  let [current, left] = [day, count]
  while (left > 0) {
    current++
    if (current > calendar.lastDay) return undefined
    if (calendar.isWorking(current)) left--
  }
  return current
}

function fault(draft: IssueDraft): CallgradeError {
  return new CallgradeError([issueOf(draft, undefined)])
}
