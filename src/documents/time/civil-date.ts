import { isValid } from 'date-fns/isValid'
import { parseISO } from 'date-fns/parseISO'

/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string

/** A stretch of days, both ends included; an absent end is open. */
export interface DaySpan {
  readonly from?: CivilDate
  readonly through?: CivilDate
}

/** Whether the day exists: 2026-02-30 does not. */
export function isCivilDate(date: string): boolean {
  return isValid(parseISO(date))
}

/** The last day that can be written. */
const LAST_DAY = '9999-12-31'

/** The next day, or undefined behind the last one that can be written. */
export function dayAfter(date: CivilDate): CivilDate | undefined {
  return date === LAST_DAY ? undefined : shiftDate(date, 1)
}

export function dayBefore(date: CivilDate): CivilDate {
  return shiftDate(date, -1)
}

/** Whether the day is in the period, both ends included. ISO dates compare as texts. */
export function isWithin(date: CivilDate, period: DaySpan): boolean {
  return (period.from === undefined || period.from <= date) && (period.through === undefined || date <= period.through)
}

/** Whether the zone is one that the runtime knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

const DAY = 86_400_000

/**
 * Another day: `days` later, or earlier below 0. Worked out in UTC and by hand: date-fns' `addDays` leaves out the days
 * that the host's zone lacks, such as 2011-12-30 in Samoa, whatever zone it is set to work in.
 */
export function shiftDate(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}
