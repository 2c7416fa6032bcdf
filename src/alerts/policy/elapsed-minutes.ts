import type { Duration } from '../../calendar/calendar.js'

/** Returns a term by the clock in minutes; undefined for a term in working time. */
export function elapsedMinutes(duration: Duration): number | undefined {
  if ('minutes' in duration) return duration.minutes
  return 'hours' in duration ? duration.hours * 60 : undefined
}
