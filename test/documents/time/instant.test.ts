import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import { parseInstant } from '../../../src/documents/time/instant.js'
import { localDates } from '../../../src/documents/time/local-times.js'

/** The local date that the runtime's own calendar gives. */
function dateByIntl(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
    return `${parts.year}-${parts.month}-${parts.day}`
  }
}

/** Zones with whole and odd offsets, with and without summer time, some that changed sides of the date line. */
const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Jerusalem',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Europe/London',
  'Asia/Gaza',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'Antarctica/Troll',
]

describe('the local date of an instant', () => {
  test.for([
    ['Asia/Shanghai', '2026-09-30T15:59:59Z', '2026-09-30'],
    ['Asia/Shanghai', '2026-09-30T16:00:00Z', '2026-10-01'],
    ['Asia/Shanghai', '2026-10-01T00:00:00+08:00', '2026-10-01'],
    // New York's clocks go forward on 2026-03-08 and back on 2026-11-01.
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
    ['America/New_York', '2026-03-08T05:00:00Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
    ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T05:00:00Z', '2026-11-02'],
    // Jerusalem: UTC+3 in summer, UTC+2 from 2026-10-25.
    ['Asia/Jerusalem', '2026-10-24T20:59:59Z', '2026-10-24'],
    ['Asia/Jerusalem', '2026-10-24T21:00:00Z', '2026-10-25'],
    ['Asia/Jerusalem', '2026-10-25T21:59:59Z', '2026-10-25'],
    // Kathmandu is UTC+5:45.
    ['Asia/Kathmandu', '2026-01-01T18:14:59Z', '2026-01-01'],
    ['Asia/Kathmandu', '2026-01-01T18:15:00Z', '2026-01-02'],
    // Samoa had no 30 December 2011.
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
    ['UTC', '2026-12-31T23:59:59Z', '2026-12-31'],
    ['UTC', '2026-12-31T23:59:59.999999999-00:01', '2027-01-01'],
  ] as const)('in %s %s is on %s', ([timeZone, instant, date]) => {
    expect(localDates(timeZone)(parseInstant(instant))).toBe(date)
  })

  test.for(ZONES)('agrees with the runtime in %s at random instants since 1970', (timeZone) => {
    const random = seedrandom(timeZone)
    const [dateOf, expected] = [localDates(timeZone), dateByIntl(timeZone)]
    for (let count = 0; count < 1_500; count++) {
      const instant = Math.floor(random() * Date.UTC(2040, 0, 1))
      expect(dateOf(instant), new Date(instant).toISOString()).toBe(expected(instant))
    }
  })

  test.for(ZONES)('agrees with the runtime in %s around every midnight of a year', (timeZone) => {
    const [dateOf, expected] = [localDates(timeZone), dateByIntl(timeZone)]
    let midnights = 0
    let date = expected(Date.UTC(2026, 0, 1))
    for (let hour = 1; hour <= 366 * 24; hour++) {
      const end = Date.UTC(2026, 0, 1) + hour * 3_600_000
      // In 2026 no zone changes its date twice within an hour.
      if (expected(end) === date) continue
      date = expected(end)
      for (const instant of [end - 2_700_000, end - 1_800_000, end - 900_000, end]) {
        const before = expected(instant - 1000)
        if (before === expected(instant)) continue
        midnights++
        expect(dateOf(instant - 1000), new Date(instant - 1000).toISOString()).toBe(before)
        expect(dateOf(instant), new Date(instant).toISOString()).toBe(expected(instant))
      }
    }
    expect(midnights).toBe(366)
  })

  test('changes of the clock a minute after midnight do not mix two offsets', () => {
    // Newfoundland put its clocks back at 00:01 until 2011: 2010-11-07 02:31 UTC, from 00:01 to 23:01 the day before.
    const dateOf = localDates('America/St_Johns')
    expect(dateOf(parseInstant('2010-11-07T02:30:30Z'))).toBe('2010-11-07')
    expect(dateOf(parseInstant('2010-11-07T02:31:30Z'))).toBe('2010-11-06')
    expect(dateOf(parseInstant('2010-11-07T03:29:59Z'))).toBe('2010-11-06')
    expect(dateOf(parseInstant('2010-11-07T03:30:00Z'))).toBe('2010-11-07')
  })

  test('any instant of a year with four digits has a date with four', () => {
    for (const timeZone of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
      for (const text of [
        '0001-01-01T12:00:00Z',
        '9998-12-31T12:00:00Z',
        '9999-12-31T23:59:59-12:00',
        '0000-01-01T00:00:00+14:00',
      ]) {
        const instant = parseInstant(text)
        if (!Number.isNaN(instant))
          expect(localDates(timeZone)(instant), `${text} ${timeZone}`).toMatch(/^\d{4}-\d\d-\d\d$/)
      }
    }
  })

  test('remembering many days changes no answer', () => {
    const dateOf = localDates('Asia/Shanghai')
    const expected = dateByIntl('Asia/Shanghai')
    for (let day = 0; day < 20_000; day += 3) {
      const instant = day * 86_400_000 + 58_000_000
      expect(dateOf(instant)).toBe(expected(instant))
    }
    expect(dateOf(0)).toBe('1970-01-01')
  })
})

describe('reading an instant', () => {
  test.for([
    ['2026-03-01T09:30:00+08:00', '2026-03-01T01:30:00.000Z'],
    ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00.000Z'],
    ['2026-03-01T09:30:00-03:30', '2026-03-01T13:00:00.000Z'],
    ['2026-03-01T00:00:00+14:00', '2026-02-28T10:00:00.000Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
    ['2026-03-01T09:30:00.999999999Z', '2026-03-01T09:30:00.000Z'],
    ['1969-12-31T23:59:59Z', '1969-12-31T23:59:59.000Z'],
    ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
  ] as const)('%s is %s', ([text, expected]) => {
    expect(new Date(parseInstant(text)).toISOString()).toBe(expected)
  })

  test.for([
    '',
    '2026-03-01',
    '2026-03-01T09:30:00',
    '2026-03-01T09:30+08:00',
    '2026-03-01 09:30:00+08:00',
    '2026-03-01t09:30:00z',
    '2026-03-01T09:30:00+0800',
    '2026-03-01T09:30:00+08',
    '2026-03-01T24:00:00Z',
    '2026-03-01T09:60:00Z',
    '2026-06-30T23:59:60Z',
    '2026-02-29T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-03-01T09:30:00+24:00',
    '2026-03-01T09:30:00+08:60',
    '2026-03-01T09:30:00.Z',
    '2026-03-01T09:30:00.1234567890Z',
    ' 2026-03-01T09:30:00Z',
    '2026-03-01T09:30:00Z ',
    '2026-03-01T09:30:00Z\n',
    '+002026-03-01T09:30:00Z',
    '２０２６-03-01T09:30:00Z',
    '2026-03-01T09:30:00−08:00',
    '1772328600000',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeNaN()
  })

  test('every day of the calendar is read, and no other', () => {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        for (const year of ['1900', '2000', '2023', '2024']) {
          const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          const text = `${date}T12:00:00Z`
          const read = Date.parse(text)
          const isReal = !Number.isNaN(read) && new Date(read).toISOString().slice(0, 10) === date
          expect(Number.isNaN(parseInstant(text)), text).toBe(!isReal)
          if (isReal) expect(parseInstant(text)).toBe(read)
        }
      }
    }
  })
})
