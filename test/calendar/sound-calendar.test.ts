import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Calendar, deadline, parseCalendar, safeParseCalendar } from '../../src/calendar/index.js'
import { isCallgradeError } from '../../src/issues/index.js'

const text = readFileSync(join(import.meta.dirname, '../../rubrics/calendar-cn-2026.json'), 'utf8')
const from = '2026-09-30T10:00:00+08:00'

/** A calendar that was parsed elsewhere and sent as JSON, with changes. */
function received(changes: Record<string, unknown> = {}): Calendar {
  return { ...JSON.parse(text), ...changes }
}

function faultsOf(calendar: Calendar): readonly (readonly [code: string, path: string])[] {
  try {
    deadline(from, { workingDays: 2 }, [calendar])
    return []
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    return error.issues.map(({ code, path }) => [code, path.join('.')] as const)
  }
}

describe('a calendar that was parsed elsewhere', () => {
  it('gives the deadlines of the parsed one', () => {
    expect(deadline(from, { workingDays: 2 }, [received()])).toEqual(
      deadline(from, { workingDays: 2 }, [parseCalendar(text)]),
    )
  })

  it.each([
    ['a misspelt key', { holiday: [] }, 'document/unknown-key', 'calendars.0.holiday'],
    ['another format', { format: 'callgrade/rubric@1' }, 'document/wrong-format', 'calendars.0.format'],
    ['no title', { title: undefined }, 'document/missing-key', 'calendars.0.title'],
    ['an unknown day of the week', { weekend: ['someday'] }, 'document/type', 'calendars.0.weekend'],
    ['no hours', { workingHours: [] }, 'document/type', 'calendars.0.workingHours'],
    ['a time that is none', { workingHours: [['9', '18:00']] }, 'document/type', 'calendars.0.workingHours'],
    [
      'hours that end first',
      { workingHours: [['18:00', '09:00']] },
      'calendar/hours-empty',
      'calendars.0.workingHours.0',
    ],
    ['no zone', { timeZone: 'Mars/Olympus' }, 'document/time-zone', 'calendars.0.timeZone'],
    [
      'a period in the wrong order',
      { valid: { from: '2026-12-31', through: '2026-01-01' } },
      'document/period-order',
      'calendars.0.valid.through',
    ],
    [
      'a holiday on a day that does not exist',
      { holidays: [{ from: '2026-02-30', through: '2026-03-01' }] },
      'document/date',
      'calendars.0.holidays.0.from',
    ],
    [
      'a holiday of another year',
      { holidays: [{ from: '2025-01-01', through: '2025-01-01' }] },
      'calendar/outside-valid',
      'calendars.0.holidays.0.from',
    ],
  ])('is refused for %s, as the parser refuses it', (_fault, changes, code, path) => {
    expect(faultsOf(received(changes))[0]).toEqual([code, path])
    expect(safeParseCalendar(received(changes)).success).toBe(false)
  })

  it.each([text, null, 7, []])('is an object: case %#', (calendar) => {
    expect(faultsOf(calendar as unknown as Calendar)).toEqual([['document/type', 'calendars.0']])
  })
})
