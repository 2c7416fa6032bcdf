import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, type Duration, deadline, parseCalendar, workingDaysBetween } from '../../src/calendar/index.js'

const MINUTE = 60_000
const DAY = 86_400_000
const YEAR_START = Date.UTC(2026, 0, 1)

const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kolkata',
] as const

function dateOf(day: number): string {
  return new Date(YEAR_START + day * DAY).toISOString().slice(0, 10)
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Calendars of 2026 with hours in quarters, days off and zones with and without changes of the clock. */
const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    weekend: fc.uniqueArray(fc.constantFrom(...weekdays), { maxLength: 3 }),
    bounds: fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 }),
    holidays: fc.array(fc.tuple(fc.integer({ min: 0, max: 350 }), fc.integer({ min: 0, max: 9 })), { maxLength: 8 }),
  })
  .map(({ timeZone, weekend, bounds, holidays }) => {
    const ordered = [...bounds].sort((a, b) => a - b)
    const workingHours: [string, string][] = []
    for (let index = 0; index + 1 < ordered.length; index += 2)
      workingHours.push([timeOf((ordered[index] ?? 0) * 15), timeOf((ordered[index + 1] ?? 0) * 15)])
    return parseCalendar({
      format: 'callgrade/calendar@1',
      id: 'random',
      version: '1',
      title: 'Random',
      timeZone,
      valid: { from: '2026-01-01', through: '2026-12-31' },
      weekend,
      workingHours,
      holidays: holidays.map(([from, length]) => ({ from: dateOf(from), through: dateOf(from + length) })),
    })
  })

const starts = fc.integer({ min: 2 * 1_440, max: 300 * 1_440 }).map((minute) => YEAR_START + minute * MINUTE)

const durations: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ minutes: fc.integer({ min: 0, max: 5_000 }) }),
  fc.record({ workingHours: fc.integer({ min: 0, max: 200 }).map((quarters) => quarters / 4) }),
  fc.record({
    workingDays: fc.integer({ min: 0, max: 20 }),
    ends: fc.constantFrom('day' as const, 'close' as const, 'same-time' as const),
  }),
  fc.record({
    next: fc.record({
      weekday: fc.constantFrom(...weekdays),
      time: fc.integer({ min: 0, max: 1_439 }).map(timeOf),
      onHoliday: fc.constantFrom('same-day' as const, 'next-working-day' as const),
    }),
  }),
)

function dueAt(start: number, duration: Duration, list: readonly Calendar[]): number {
  const due = deadline(new Date(start).toISOString(), duration, list)
  return due.status === 'fixed' ? Date.parse(due.dueAt) : Number.POSITIVE_INFINITY
}

/** Wall time by the runtime's own calendar, minute by minute: shares no code with the library. */
function wallClock(timeZone: string): (instant: number) => { date: string; minute: number; weekday: string } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    weekday: 'long',
  })
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
    return {
      date: `${parts.year}-${parts.month}-${parts.day}`,
      minute: Number(parts.hour) * 60 + Number(parts.minute),
      weekday: (parts.weekday ?? '').toLowerCase(),
    }
  }
}

function isWorkedAt(
  calendar: Calendar,
  { date, minute, weekday }: { date: string; minute: number; weekday: string },
): boolean {
  if ((calendar.weekend as readonly string[]).includes(weekday)) return false
  if (calendar.holidays?.some(({ from, through }) => from <= date && date <= through)) return false
  return calendar.workingHours.some(([from, to]) => timeOf(minute) >= from && timeOf(minute) < to)
}

describe('deadlines', () => {
  test('starting later is never due earlier, at least where clocks do not change', () => {
    fc.assert(
      fc.property(
        calendars,
        starts,
        fc.integer({ min: 0, max: 20_000 }),
        durations,
        (calendar, start, later, duration) => {
          // At the same time of day, a start late on one day off may be due before one early on another.
          fc.pre(!('ends' in duration && duration.ends === 'same-time'))
          const steady = parseCalendar({ ...calendar, timeZone: 'Asia/Shanghai' })
          expect(dueAt(start + later * MINUTE, duration, [steady])).toBeGreaterThanOrEqual(
            dueAt(start, duration, [steady]),
          )
        },
      ),
    )
  })

  test('working days one after the other are working days at once', () => {
    fc.assert(
      fc.property(calendars, starts, fc.nat(8), fc.nat(8), (calendar, start, first, second) => {
        const steady = parseCalendar({ ...calendar, timeZone: 'Asia/Kolkata' })
        const then = dueAt(start, { workingDays: first, ends: 'same-time' }, [steady])
        fc.pre(Number.isFinite(then))
        expect(dueAt(then, { workingDays: second, ends: 'same-time' }, [steady])).toBe(
          dueAt(start, { workingDays: first + second, ends: 'same-time' }, [steady]),
        )
      }),
    )
  })

  test('a year in parts, in any order, is the year', () => {
    fc.assert(
      fc.property(calendars, starts, durations, fc.integer({ min: 5, max: 355 }), (calendar, start, duration, cut) => {
        const { holidays = [] } = calendar
        const part = (id: string, from: string, through: string): Calendar =>
          parseCalendar({
            ...calendar,
            id,
            valid: { from, through },
            holidays: holidays
              .map((holiday) => ({
                from: holiday.from < from ? from : holiday.from,
                through: holiday.through > through ? through : holiday.through,
              }))
              .filter((holiday) => holiday.from <= holiday.through),
          })
        const parts = [part('b', dateOf(cut), '2026-12-31'), part('a', '2026-01-01', dateOf(cut - 1))]
        expect(dueAt(start, duration, parts)).toBe(dueAt(start, duration, [calendar]))
      }),
    )
  })

  test('working hours are those of a clock read minute by minute, changes of the clock included', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 90 }), (calendar, start, minutes) => {
        const due = dueAt(start, { workingHours: minutes / 60 }, [calendar])
        fc.pre(due - start < 12 * DAY)
        const at = wallClock(calendar.timeZone ?? 'UTC')
        let [worked, now, shown] = [0, start, '']
        while (worked < minutes) {
          const clock = at(now)
          const text = `${clock.date} ${timeOf(clock.minute)}`
          // An hour that comes twice belongs to the stretch that it begins in, which a clock alone cannot tell.
          fc.pre(text > shown)
          shown = text
          if (isWorkedAt(calendar, clock)) worked++
          now += MINUTE
        }
        expect(Math.round(due / MINUTE)).toBe(Math.round(now / MINUTE))
      }),
      { numRuns: 60 },
    )
  })

  test('the working days between the start and a deadline are as many as it names', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 15 }), (calendar, start, workingDays) => {
        const due = dueAt(start, { workingDays }, [calendar])
        fc.pre(Number.isFinite(due))
        const at = wallClock(calendar.timeZone ?? 'UTC')
        const [first, last] = [at(start).date, at(due - 1).date]
        const counted = workingDaysBetween(first, last, [calendar])
        const startsOnOne = workingDaysBetween(first, first, [calendar])
        expect(counted - startsOnOne).toBe(workingDays)
      }),
    )
  })
})
