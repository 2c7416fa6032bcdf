import { checkedInstant } from '../documents/time/checked-instant.js'
import { instantText, textLike } from '../documents/time/instant-text.js'
import { instantAtWallTime, instantWhenReached, wallTimeAt } from '../documents/time/wall-time.js'
import { assertNever } from '../issues/assert-never.js'
import { issueOf } from '../issues/issue-of.js'
import { throwIssues } from '../issues/throw-issues.js'
import type { Calendar, Deadline, Duration, NextWeekday, WorkingDays, WorkingHours } from './calendar.js'
import { durationFaults } from './duration-faults.js'
import { minuteOfTime } from './minute-of-time.js'
import { weekdayOf } from './weekday-of.js'
import { joinCalendars, refuseEarlier, type WorkingCalendar, workingDayAfter } from './working-calendar.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * When something that starts at an instant is due.
 * Minutes and hours are elapsed time, whatever the clocks do. Working days do not count the day of the start; what ends
 * with a day is due at 00:00 of the next, exclusive. A wall time that a change of the clocks leaves out is taken as the
 * clock would show it unchanged, one that comes twice as the first. Work done exactly at the deadline is in time.
 * @param from - RFC 3339
 * @param duration - how long it may take; working time needs calendars
 * @param calendars - as `parseCalendar` returns them, in any order; contiguous ones join. Elapsed time needs none
 * @returns `fixed` with the instant, or `provisional` where the calendars end before it
 * @throws CallgradeError `document/instant`, `document/...` for a faulty duration, `calendar/none` where working time
 * has no calendar, `calendar/too-early` where the start is before all calendars, `calendar/gap`, `calendar/overlap`,
 * `calendar/zones-differ` where they do not join
 * @example
 * deadline('2026-09-30T10:00:00+08:00', { workingDays: 2 }, [cn2026])
 * //=> { status: 'fixed', dueAt: '2026-10-10T00:00:00+08:00' }
 */
export function deadline(from: string, duration: Duration, calendars: readonly Calendar[] = []): Deadline {
  const start = checkedInstant(from, ['from'])
  throwIssues(durationFaults(duration, ['duration']).map((draft) => issueOf(draft, undefined)))
  if ('minutes' in duration) return elapsed(from, start + duration.minutes * MINUTE, calendars)
  if ('hours' in duration) return elapsed(from, start + duration.hours * HOUR, calendars)
  const calendar = joinCalendars(calendars)
  const wall = wallTimeAt(start, calendar.timeZone)
  const day = Math.floor(wall / DAY)
  refuseEarlier(day, calendar, 'from')
  const due = dueOf(duration, { start, day, timeOfDay: wall - day * DAY }, calendar)
  return due === undefined ? { status: 'provisional' } : fixed(due, calendar.timeZone)
}

interface Start {
  readonly start: number
  readonly day: number
  /** Milliseconds since local midnight, by the clock. */
  readonly timeOfDay: number
}

function dueOf(
  duration: WorkingHours | WorkingDays | NextWeekday,
  start: Start,
  calendar: WorkingCalendar,
): number | undefined {
  if ('workingHours' in duration) return afterWorkingHours(duration.workingHours * HOUR, start, calendar)
  if ('workingDays' in duration) return afterWorkingDays(duration, start, calendar)
  if ('next' in duration) return nextWeekday(duration, start, calendar)
  return assertNever(duration)
}

function elapsed(from: string, due: number, calendars: readonly Calendar[]): Deadline {
  if (calendars.length > 0) return fixed(due, joinCalendars(calendars).timeZone)
  return { status: 'fixed', dueAt: textLike(due, from) }
}

function fixed(due: number, timeZone: string): Deadline {
  return { status: 'fixed', dueAt: instantText(due, timeZone) }
}

function afterWorkingHours(needed: number, { start, day }: Start, calendar: WorkingCalendar): number | undefined {
  let left = needed
  for (let current = day; current <= calendar.lastDay; current++) {
    if (!calendar.isWorking(current)) continue
    for (const { from, to } of calendar.hoursOf(current)) {
      const opens = Math.max(start, instantWhenReached(current * DAY + from * MINUTE, calendar.timeZone))
      const available = instantWhenReached(current * DAY + to * MINUTE, calendar.timeZone) - opens
      if (available <= 0) continue
      if (left <= available) return opens + left
      left -= available
    }
  }
  return undefined
}

function afterWorkingDays(
  { workingDays, ends = 'day' }: WorkingDays,
  { day, timeOfDay }: Start,
  calendar: WorkingCalendar,
): number | undefined {
  const last = day > calendar.lastDay ? undefined : workingDayAfter(day, workingDays, calendar)
  if (last === undefined) return undefined
  switch (ends) {
    case 'day':
      return wallInstant(last + 1, 0, calendar)
    case 'close':
      return wallInstant(last, (calendar.hoursOf(last).at(-1)?.to ?? 24 * 60) * MINUTE, calendar)
    case 'same-time':
      return wallInstant(last, timeOfDay, calendar)
    default:
      return assertNever(ends)
  }
}

function nextWeekday(
  { next: { weekday, time, onHoliday = 'same-day' } }: NextWeekday,
  { start, day }: Start,
  calendar: WorkingCalendar,
): number | undefined {
  const at = minuteOfTime(time) * MINUTE
  let current = day
  while (weekdayOf(current) !== weekday || wallInstant(current, at, calendar) <= start) current++
  if (onHoliday === 'same-day') return wallInstant(current, at, calendar)
  if (current > calendar.lastDay) return undefined
  const worked = calendar.isWorking(current) ? current : workingDayAfter(current, 1, calendar)
  return worked === undefined ? undefined : wallInstant(worked, at, calendar)
}

function wallInstant(day: number, time: number, { timeZone }: WorkingCalendar): number {
  return instantAtWallTime(day * DAY + time, timeZone)
}
