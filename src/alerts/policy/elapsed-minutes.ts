import type { Duration } from '../../calendar/calendar.js'

/** A term by the clock in minutes; undefined for one that a calendar decides. */
export function elapsedMinutes(duration: Duration): number | undefined {
  if ('minutes' in duration) return duration.minutes
  return 'hours' in duration ? duration.hours * 60 : undefined
}
