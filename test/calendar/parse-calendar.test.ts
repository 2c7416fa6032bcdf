import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCalendar, safeParseCalendar, workingDaysBetween } from '../../src/calendar/index.js'
import { messageOf } from '../../src/issues/messages/message-of.js'

type Json = Record<string, unknown>

const rubrics = join(import.meta.dirname, '../../rubrics')

/** The example of the format, as it is published. */
const example = {
  format: 'callgrade/calendar@1',
  id: 'cn-2026',
  version: '1',
  title: '2026 年工作日历',
  timeZone: 'Asia/Shanghai',
  valid: { from: '2026-01-01', through: '2026-12-31' },
  weekend: ['saturday', 'sunday'],
  workingHours: [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
  holidays: [{ title: '国庆节', from: '2026-10-01', through: '2026-10-07' }],
  makeUpWorkdays: ['2026-10-10'],
}

function faultsAfter(change: (calendar: Json) => void): string[] {
  const calendar = structuredClone(example) as unknown as Json
  change(calendar)
  const { issues = [] } = safeParseCalendar(calendar)
  for (const issue of issues)
    for (const language of ['en', 'zh-CN'] as const) expect(messageOf(issue, language)).not.toBe('')
  return issues.map(({ code, path }) => `${code} ${path.join('.')}`)
}

describe('parseCalendar', () => {
  test('the example is given back as written, frozen, and not read twice', () => {
    const calendar = parseCalendar(JSON.stringify(example))
    expect(calendar).toEqual(example)
    expect(Object.isFrozen(calendar.valid)).toBe(true)
    expect(parseCalendar(calendar)).toBe(calendar)
  })

  test('every ready calendar is sound', () => {
    const files = readdirSync(rubrics).filter((file) => file.startsWith('calendar-'))
    expect(files).toHaveLength(3)
    for (const file of files)
      expect(safeParseCalendar(readFileSync(join(rubrics, file), 'utf8')).issues, file).toBeUndefined()
  })

  test('2026 has 248 working days in mainland China, by month as published', () => {
    const calendars = [parseCalendar(readFileSync(join(rubrics, 'calendar-cn-2026.json'), 'utf8'))]
    expect(workingDaysBetween('2026-01-01', '2026-12-31', calendars)).toBe(248)
    expect(workingDaysBetween('2026-10-01', '2026-10-31', calendars)).toBe(18)
  })

  test.each<[string, (calendar: Json) => void, ...string[]]>([
    ['a zone that does not exist', (c) => (c.timeZone = 'Asia/Peking City'), 'document/time-zone timeZone'],
    [
      'valid in the wrong order',
      (c) => (c.valid = { from: '2026-12-31', through: '2026-01-01' }),
      'document/period-order valid.through',
    ],
    ['a day that does not exist', (c) => (c.makeUpWorkdays = ['2026-02-30']), 'document/date makeUpWorkdays.0'],
    ['a weekday twice', (c) => (c.weekend = ['saturday', 'saturday']), 'calendar/repeated weekend.1'],
    ['a weekday that is none', (c) => (c.weekend = ['sonntag']), 'document/value weekend.0'],
    [
      'no day of the week worked',
      (c) => {
        c.weekend = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
        c.makeUpWorkdays = []
      },
      'calendar/never-worked weekend',
    ],
    ['hours over midnight', (c) => (c.workingHours = [['22:00', '06:00']]), 'calendar/hours-empty workingHours.0'],
    [
      'hours that overlap',
      (c) =>
        (c.workingHours = [
          ['09:00', '13:00'],
          ['12:00', '18:00'],
        ]),
      'calendar/hours-order workingHours.1',
    ],
    ['no hours', (c) => (c.workingHours = []), 'document/empty workingHours'],
    ['a time that is none', (c) => (c.workingHours = [['9:00', '18:00']]), 'document/time workingHours.0.0'],
    [
      'a holiday of another year',
      (c) => (c.holidays = [{ from: '2025-10-01', through: '2025-10-08' }]),
      'calendar/outside-valid holidays.0.from',
      'calendar/outside-valid holidays.0.through',
    ],
    [
      'a holiday in the wrong order',
      (c) => (c.holidays = [{ from: '2026-10-07', through: '2026-10-01' }]),
      'document/period-order holidays.0.through',
    ],
    [
      'a make-up day of another year',
      (c) => (c.makeUpWorkdays = ['2027-10-09']),
      'calendar/outside-valid makeUpWorkdays.0',
    ],
    [
      'a make-up day twice',
      (c) => (c.makeUpWorkdays = ['2026-10-10', '2026-10-10']),
      'calendar/repeated makeUpWorkdays.1',
    ],
    [
      'a make-up day that is worked anyway',
      (c) => (c.makeUpWorkdays = ['2026-10-09']),
      'calendar/worked-anyway makeUpWorkdays.0',
    ],
    ['an unknown key', (c) => (c.holliday = []), 'document/unknown-key holliday'],
  ])('%s is told with its place', (_name, change, ...expected) => {
    expect(faultsAfter(change)).toEqual(expected)
  })

  test('a fault in a text has its line and column', () => {
    const text = JSON.stringify(example, null, 2).replace('"2026-10-10"', '"2026-10-09"')
    const [issue] = safeParseCalendar(text).issues ?? []
    expect(issue?.code).toBe('calendar/worked-anyway')
    expect(text.split('\n')[(issue?.position?.line ?? 0) - 1]).toContain('"2026-10-09"')
  })
})
