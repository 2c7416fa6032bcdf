import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Duration, dueText } from '../../src/calendar/index.js'
import { type Calendar, deadline, type Issue, isCallgradeError, parseCalendar } from '../../src/index.js'

function ready(name: string): Calendar {
  return parseCalendar(readFileSync(join(import.meta.dirname, '../../rubrics', name), 'utf8'))
}

const cn2026 = ready('calendar-cn-2026.json')
const clock = ready('calendar-round-the-clock.json')
const weekdays = ready('calendar-weekdays.json')

function dueOf(from: string, duration: Duration, calendars: readonly Calendar[] = [cn2026]): string {
  const due = deadline(from, duration, calendars)
  return due.status === 'fixed' ? due.dueAt : due.status
}

function codeOf(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (isCallgradeError(error)) return error.code
    throw error
  }
  return 'nothing'
}

function issuesOf(call: () => unknown): readonly Issue[] {
  try {
    call()
  } catch (error) {
    if (isCallgradeError(error)) return error.issues
    throw error
  }
  return []
}

/** One year of a zone, otherwise round the clock, for the changes of its clocks. */
function yearOf(timeZone: string, more: Partial<Calendar> = {}): Calendar {
  return parseCalendar({
    ...clock,
    id: 'zone',
    timeZone,
    valid: { from: '2026-01-01', through: '2026-12-31' },
    ...more,
  })
}

describe('working days over National Day 2026: 1 to 7 October off, Saturday the 10th worked', () => {
  const eve = '2026-09-30T10:00:00+08:00'
  test.each<[Duration, string]>([
    // The start is not counted: 8 and 9 October are the two days.
    [{ workingDays: 2 }, '2026-10-10T00:00:00+08:00'],
    [{ workingDays: 2, ends: 'close' }, '2026-10-09T18:00:00+08:00'],
    [{ workingDays: 2, ends: 'same-time' }, '2026-10-09T10:00:00+08:00'],
    // The third is the make-up Saturday.
    [{ workingDays: 3, ends: 'close' }, '2026-10-10T18:00:00+08:00'],
    [{ workingDays: 4, ends: 'close' }, '2026-10-12T18:00:00+08:00'],
    [{ workingDays: 0 }, '2026-10-01T00:00:00+08:00'],
    // Elapsed time does not care.
    [{ hours: 48 }, '2026-10-02T10:00:00+08:00'],
    [{ minutes: 30 }, '2026-09-30T10:30:00+08:00'],
    // 10:00 to 12:00 and 13:30 to 18:00 are 6.5 hours; half an hour is left for 8 October.
    [{ workingHours: 7 }, '2026-10-08T09:30:00+08:00'],
    [{ workingHours: 6.5 }, '2026-09-30T18:00:00+08:00'],
  ])('%j is due at %s', (duration, due) => {
    expect(dueOf(eve, duration)).toBe(due)
  })

  test('the end of a day is shown as 23:59 of that day', () => {
    expect(dueText('2026-10-10T00:00:00+08:00', 'Asia/Shanghai')).toBe('2026-10-09 23:59')
    expect(dueText('2026-10-09T18:00:00+08:00', 'Asia/Shanghai')).toBe('2026-10-09 18:00')
  })
})

describe('the weekly review on Fridays at 16:00', () => {
  const review: Duration = { next: { weekday: 'friday', time: '16:00', onHoliday: 'next-working-day' } }
  test.each([
    ['2026-09-24T09:00:00+08:00', '2026-09-28T16:00:00+08:00', 'the 25th is Mid-Autumn: Monday the 28th'],
    ['2026-09-18T15:59:59+08:00', '2026-09-18T16:00:00+08:00', 'the same day, before the time'],
    ['2026-09-18T16:00:00+08:00', '2026-09-28T16:00:00+08:00', 'strictly after: the next Friday, a holiday'],
    ['2026-10-01T09:00:00+08:00', '2026-10-08T16:00:00+08:00', 'the 2nd is National Day: Thursday the 8th'],
    ['2026-10-03T09:00:00+08:00', '2026-10-09T16:00:00+08:00', 'the next Friday itself'],
    ['2026-12-28T09:00:00+08:00', 'provisional', '1 January 2027 is not known'],
  ])('from %s it is due at %s: %s', (from, due) => {
    expect(dueOf(from, review)).toBe(due)
  })

  test('on the day all the same, where the policy says so', () => {
    const same: Duration = { next: { weekday: 'friday', time: '16:00', onHoliday: 'same-day' } }
    expect(dueOf('2026-10-01T09:00:00+08:00', same)).toBe('2026-10-02T16:00:00+08:00')
    expect(dueOf('2026-12-28T09:00:00+08:00', same)).toBe('2027-01-01T16:00:00+08:00')
  })
})

describe('the end of what calendars know', () => {
  test('beyond it a deadline is provisional, and elapsed time is not', () => {
    expect(dueOf('2026-12-31T09:00:00+08:00', { workingDays: 1 })).toBe('provisional')
    expect(dueOf('2026-12-31T17:00:00+08:00', { workingHours: 2 })).toBe('provisional')
    expect(dueOf('2026-12-31T17:00:00+08:00', { workingHours: 1 })).toBe('2026-12-31T18:00:00+08:00')
    expect(dueOf('2026-12-30T09:00:00+08:00', { workingDays: 1 })).toBe('2027-01-01T00:00:00+08:00')
    expect(dueOf('2027-02-01T09:00:00+08:00', { workingDays: 0 })).toBe('provisional')
    expect(dueOf('2026-12-31T20:00:00+08:00', { hours: 24 })).toBe('2027-01-01T20:00:00+08:00')
  })

  test('before it is an error, since no later calendar will tell', () => {
    expect(codeOf(() => deadline('2025-12-31T09:00:00+08:00', { workingDays: 1 }, [cn2026]))).toBe('calendar/too-early')
  })

  test('working time without a calendar is an error; elapsed time keeps the offset of the start', () => {
    expect(codeOf(() => deadline('2026-03-01T09:00:00+08:00', { workingDays: 1 }))).toBe('calendar/none')
    expect(dueOf('2026-03-01T23:45:00.250-04:30', { minutes: 30 }, [])).toBe('2026-03-02T00:15:00.250-04:30')
    expect(dueOf('2026-03-01T23:45:00Z', { hours: 1 }, [])).toBe('2026-03-02T00:45:00Z')
  })

  test('contiguous calendars join in any order; a gap, an overlap and another zone are errors', () => {
    const next = parseCalendar({
      ...cn2026,
      id: 'cn-2027',
      valid: { from: '2027-01-01', through: '2027-12-31' },
      holidays: [{ from: '2027-01-01', through: '2027-01-01' }],
      makeUpWorkdays: [],
    })
    // 1 January is a Friday off; Monday the 4th is the first working day.
    expect(dueOf('2026-12-31T09:00:00+08:00', { workingDays: 1, ends: 'close' }, [next, cn2026])).toBe(
      '2027-01-04T18:00:00+08:00',
    )
    const from = '2026-03-02T09:00:00+08:00'
    const with2026 = (other: Calendar) => codeOf(() => deadline(from, { workingDays: 1 }, [other, cn2026]))
    const shifted = (day: string) => parseCalendar({ ...next, valid: { ...next.valid, from: day }, holidays: [] })
    expect(with2026(shifted('2027-01-02'))).toBe('calendar/gap')
    expect(with2026(parseCalendar({ ...next, valid: { ...next.valid, from: '2026-12-31' } }))).toBe('calendar/overlap')
    expect(with2026(parseCalendar({ ...next, timeZone: 'UTC' }))).toBe('calendar/zones-differ')
  })
})

describe('changes of the clock', () => {
  const newYork = yearOf('America/New_York')
  test('elapsed hours are real hours: the wall clock shifts by one', () => {
    expect(dueOf('2026-10-31T12:00:00-04:00', { hours: 24 }, [newYork])).toBe('2026-11-01T11:00:00-05:00')
    expect(dueOf('2026-03-07T12:00:00-05:00', { hours: 24 }, [newYork])).toBe('2026-03-08T13:00:00-04:00')
  })

  test('working days keep the wall clock', () => {
    const day: Duration = { workingDays: 1, ends: 'same-time' }
    expect(dueOf('2026-10-31T12:00:00-04:00', day, [newYork])).toBe('2026-11-01T12:00:00-05:00')
  })

  test('a wall time that is left out is taken as the clock would show it unchanged', () => {
    // 02:30 on 8 March does not exist; half an hour after 02:00 standard time is 03:30 daylight time.
    const day: Duration = { workingDays: 1, ends: 'same-time' }
    expect(dueOf('2026-03-07T02:30:00-05:00', day, [newYork])).toBe('2026-03-08T03:30:00-04:00')
  })

  test('a wall time that comes twice is the first', () => {
    const day: Duration = { workingDays: 1, ends: 'same-time' }
    expect(dueOf('2026-10-31T01:30:00-04:00', day, [newYork])).toBe('2026-11-01T01:30:00-04:00')
  })

  test('a day of the change has 23 or 25 working hours round the clock', () => {
    expect(dueOf('2026-03-08T00:00:00-05:00', { workingHours: 23 }, [newYork])).toBe('2026-03-09T00:00:00-04:00')
    expect(dueOf('2026-11-01T00:00:00-04:00', { workingHours: 25 }, [newYork])).toBe('2026-11-02T00:00:00-05:00')
  })

  test('a midnight that is left out: Santiago goes forward at 00:00 on 6 September', () => {
    // The day begins at 01:00, which is when midnight would have been.
    const santiago = yearOf('America/Santiago')
    expect(dueOf('2026-09-04T10:00:00-04:00', { workingDays: 1 }, [santiago])).toBe('2026-09-06T01:00:00-03:00')
  })

  test('working time that the clocks go over is none', () => {
    // Santiago has no 00:00 to 01:00 on Sunday 6 September: of two quarters a night the second is on Monday.
    const night = yearOf('America/Santiago', { workingHours: [['00:00', '00:15']] })
    expect(dueOf('2026-09-05T00:00:00-04:00', { workingHours: 0.5 }, [night])).toBe('2026-09-07T00:15:00-03:00')
  })

  test('half hours: Lord Howe shifts by thirty minutes', () => {
    const lordHowe = yearOf('Australia/Lord_Howe')
    expect(dueOf('2026-04-04T12:00:00+11:00', { hours: 24 }, [lordHowe])).toBe('2026-04-05T11:30:00+10:30')
  })
})

describe('wrong calls', () => {
  test.each<[string, () => unknown, string]>([
    ['no offset', () => deadline('2026-03-01T09:00:00', { hours: 1 }), 'document/instant'],
    ['negative', () => deadline('2026-03-01T09:00:00Z', { hours: -1 }), 'document/range'],
    ['not a number', () => deadline('2026-03-01T09:00:00Z', { hours: Number.NaN }), 'document/range'],
    ['half a working day', () => deadline('2026-03-01T09:00:00Z', { workingDays: 0.5 }, [weekdays]), 'document/type'],
    ['beyond all reason', () => deadline('2026-03-01T09:00:00Z', { workingDays: 1e9 }, [weekdays]), 'document/range'],
    ['nothing said', () => deadline('2026-03-01T09:00:00Z', {} as Duration, [weekdays]), 'document/missing-key'],
  ])('%s', (_name, call, code) => {
    expect(codeOf(call)).toBe(code)
  })

  test.each<[string, unknown, Partial<Issue>]>([
    ['no object', null, { code: 'document/type', path: ['duration'], expected: 'object', received: 'null' }],
    [
      'a weekday with a capital',
      { next: { weekday: 'Monday', time: '10:00' } },
      {
        code: 'document/value',
        path: ['duration', 'next', 'weekday'],
        expected: '"monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"',
        received: '"Monday"',
        suggestion: 'monday',
      },
    ],
    [
      'no weekday',
      { next: { time: '10:00' } },
      { code: 'document/missing-key', path: ['duration', 'next', 'weekday'] },
    ],
    ['a next of null', { next: null }, { code: 'document/type', path: ['duration', 'next'], expected: 'object' }],
    ['a next of text', { next: 'monday' }, { code: 'document/type', path: ['duration', 'next'], expected: 'object' }],
    [
      'no time',
      { next: { weekday: 'monday' } },
      { code: 'document/missing-key', path: ['duration', 'next', 'time'], expected: 'string' },
    ],
    [
      'a time that is a number',
      { next: { weekday: 'monday', time: 10 } },
      { code: 'document/type', path: ['duration', 'next', 'time'], expected: 'string', received: '10' },
    ],
    [
      'a time of one digit',
      { next: { weekday: 'monday', time: '9:00' } },
      { code: 'document/time', path: ['duration', 'next', 'time'], received: '"9:00"' },
    ],
    [
      'the end of a day as a time',
      { next: { weekday: 'monday', time: '24:00' } },
      { code: 'document/time', path: ['duration', 'next', 'time'], received: '"24:00"', suggestion: '00:00' },
    ],
    [
      'an unknown word for holidays',
      { next: { weekday: 'monday', time: '10:00', onHoliday: 'next-workingday' } },
      {
        code: 'document/value',
        path: ['duration', 'next', 'onHoliday'],
        expected: '"next-working-day" | "same-day"',
        suggestion: 'next-working-day',
      },
    ],
    [
      'an unknown end of a working day',
      { workingDays: 1, ends: 'noon' },
      {
        code: 'document/value',
        path: ['duration', 'ends'],
        expected: '"day" | "close" | "same-time"',
        received: '"noon"',
      },
    ],
    [
      'minutes as text',
      { minutes: '5' },
      { code: 'document/type', path: ['duration', 'minutes'], expected: 'number', received: '"5"' },
    ],
    [
      'working hours of null',
      { workingHours: null },
      { code: 'document/type', path: ['duration', 'workingHours'], expected: 'number', received: 'null' },
    ],
    [
      'working days as text',
      { workingDays: '1' },
      { code: 'document/type', path: ['duration', 'workingDays'], expected: 'number', received: '"1"' },
    ],
  ])('a duration with %s', (_name, duration, issue) => {
    const call = (): unknown => deadline('2026-03-01T09:00:00Z', duration as Duration, [weekdays])
    expect(issuesOf(call)).toEqual([expect.objectContaining(issue)])
  })

  test('every fault of a duration is reported at once', () => {
    const duration = { next: { weekday: 'mon', time: '25:00', onHoliday: 'never' } } as unknown as Duration
    const issues = issuesOf(() => deadline('2026-03-01T09:00:00Z', duration, [weekdays]))
    expect(issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['document/value', 'duration.next.weekday'],
      ['document/time', 'duration.next.time'],
      ['document/value', 'duration.next.onHoliday'],
    ])
  })
})
