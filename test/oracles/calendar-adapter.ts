import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addWorkingDays,
  type Calendar,
  deadline,
  parseCalendar,
  rollForward,
  type WorkingDays,
  workingDaysBetween,
} from '../../src/calendar/index.js'

/** Calendars as the oracles write them: ISO weekdays, single dates. */
interface OracleCalendar {
  readonly id: string
  readonly timeZone: string
  readonly weekend: readonly number[]
  readonly holidays: readonly string[]
  readonly makeupWorkdays: readonly string[]
  readonly validFrom: string
  readonly validTo: string
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const folder = process.env.CALLGRADE_ORACLES ?? import.meta.dirname

function calendarOf(id: string, hours: readonly [string, string] = ['09:00', '18:00']): Calendar {
  const { calendars } = JSON.parse(readFileSync(join(folder, 'alerts.json'), 'utf8')) as {
    calendars: Readonly<Record<string, OracleCalendar>>
  }
  const known = calendars[id]
  if (!known) throw new Error(`no calendar ${id}`)
  return parseCalendar({
    format: 'callgrade/calendar@1',
    id,
    version: '1',
    title: id,
    timeZone: known.timeZone,
    valid: { from: known.validFrom, through: known.validTo },
    weekend: known.weekend.map((day) => WEEKDAYS[day - 1] ?? 'monday'),
    workingHours: [hours],
    holidays: known.holidays.map((date) => ({ from: date, through: date })),
    makeUpWorkdays: known.makeupWorkdays,
  })
}

const ENDS: Readonly<Record<string, NonNullable<WorkingDays['ends']>>> = {
  endOfDay: 'day',
  closeOfBusiness: 'close',
  sameTime: 'same-time',
}

function utc(instant: string): string {
  return new Date(instant).toISOString().replace('.000', '')
}

function wallClock(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return parts.format(new Date(instant)).replace(' ', 'T')
}

export const calendarMethods = {
  workingDayDeadline: (input: { at: string; days: number; mode: string; close?: string; calendar: string }) => {
    const calendar = calendarOf(input.calendar, ['09:00', input.close ?? '18:00'])
    const ends = ENDS[input.mode]
    const due = deadline(input.at, { workingDays: input.days, ...(ends && { ends }) }, [calendar])
    return due.status === 'fixed' ? { due: utc(due.dueAt) } : { provisional: true }
  },
  elapsedDeadline: (input: { at: string; hours: number; displayZone?: string }) => {
    const due = deadline(input.at, { hours: input.hours })
    if (due.status !== 'fixed') return due
    return {
      due: utc(due.dueAt),
      ...(input.displayZone && { localWallClock: wallClock(due.dueAt, input.displayZone) }),
    }
  },
  businessHoursDeadline: (input: { at: string; hours: number; open: string; close: string; calendar: string }) => {
    const due = deadline(input.at, { workingHours: input.hours }, [
      calendarOf(input.calendar, [input.open, input.close]),
    ])
    return due.status === 'fixed' ? { due: utc(due.dueAt) } : { provisional: true }
  },
  addWorkingDays: (input: { date: string; days: number; calendar: string }) => ({
    date: addWorkingDays(input.date, input.days, [calendarOf(input.calendar)]),
  }),
  rollForward: (input: { date: string; calendar: string }) => ({
    date: rollForward(input.date, [calendarOf(input.calendar)]),
  }),
  workingDaysInYear: (input: { year: number; calendar: string }) => {
    const calendars = [calendarOf(input.calendar)]
    const byMonth = Array.from({ length: 12 }, (_, month) => {
      const last = new Date(Date.UTC(input.year, month + 1, 0)).toISOString().slice(0, 10)
      return workingDaysBetween(`${last.slice(0, 8)}01`, last, calendars)
    })
    return { count: workingDaysBetween(`${input.year}-01-01`, `${input.year}-12-31`, calendars), byMonth }
  },
}
