import type { CivilDate } from '../../documents/time/civil-date.js'
import type { Calendar } from '../calendar.js'
import { joinCalendars } from '../working-calendar.js'
import { knownDay } from './known-day.js'

/**
 * Counts the working days from one date through another, both included.
 * @returns a whole number; 0 where `through` is before `from`
 * @throws CallgradeError as `isWorkingDay`
 * @example
 * workingDaysBetween('2026-01-01', '2026-12-31', [cn2026]) //=> 248
 */
export function workingDaysBetween(from: CivilDate, through: CivilDate, calendars: readonly Calendar[]): number {
  const calendar = joinCalendars(calendars)
  const [first, last] = [knownDay(from, calendar, 'from'), knownDay(through, calendar, 'through')]
  let count = 0
  for (let day = first; day <= last; day++) if (calendar.isWorking(day)) count++
  return count
}
