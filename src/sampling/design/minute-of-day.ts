import { MINUTES_OF_DAY } from './slot-spans.js'

export const MINUTE = 60_000

/** Returns the minute of the day of a wall time. */
export function minuteOfDay(wallTime: number): number {
  // Times before 1970 are negative.
  return ((Math.floor(wallTime / MINUTE) % MINUTES_OF_DAY) + MINUTES_OF_DAY) % MINUTES_OF_DAY
}
