import { tzOffset } from '@date-fns/tz/tzOffset'

const MINUTE = 60_000

/** Returns the offset of a zone from UTC at an instant, in milliseconds. */
export function zoneOffset(instant: number, timeZone: string): number {
  return timeZone === 'UTC' ? 0 : tzOffset(timeZone, new Date(instant)) * MINUTE
}
