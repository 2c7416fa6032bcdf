import { addDays, formatISO, isValid, parseISO } from 'date-fns'
import type { CivilDate, Period } from './rubric.js'

/** Whether the day exists: 2026-02-30 does not. */
export function isCivilDate(date: string): boolean {
  return isValid(parseISO(date))
}

export function dayAfter(date: CivilDate): CivilDate {
  return formatISO(addDays(parseISO(date), 1), { representation: 'date' })
}

export function dayBefore(date: CivilDate): CivilDate {
  return formatISO(addDays(parseISO(date), -1), { representation: 'date' })
}

/** Whether the day is in the period, both ends included. ISO dates compare as texts. */
export function isWithin(date: CivilDate, period: Period): boolean {
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
