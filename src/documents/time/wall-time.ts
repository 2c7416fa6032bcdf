import { zoneOffset } from './zone-offset.js'

/** Offsets lie between -12 and +14 hours. */
const GREATEST_OFFSET = 14 * 3_600_000

/** Returns the wall time at an instant: milliseconds as if the zone were UTC. */
export function wallTimeAt(instant: number, timeZone: string): number {
  return instant + zoneOffset(instant, timeZone)
}

/**
 * Returns the instant of a wall time. Where the clocks go back and it comes twice, the first; where they go forward and
 * it is left out, what the clock would show had it not been changed: 02:30 is then 03:30.
 * @param wallTime - milliseconds as if the zone were UTC
 */
export function instantAtWallTime(wallTime: number, timeZone: string): number {
  const before = zoneOffset(wallTime - GREATEST_OFFSET, timeZone)
  const after = zoneOffset(wallTime + GREATEST_OFFSET, timeZone)
  if (before === after || zoneOffset(wallTime - before, timeZone) === before) return wallTime - before
  return zoneOffset(wallTime - after, timeZone) === after ? wallTime - after : wallTime - before
}

/**
 * Returns the first instant at which the clock shows a wall time or a later one: where the clocks go forward over it,
 * the instant at which they do. Working hours begin and end so: an hour that does not exist cannot be worked.
 * @param wallTime - milliseconds as if the zone were UTC
 */
export function instantWhenReached(wallTime: number, timeZone: string): number {
  const instant = instantAtWallTime(wallTime, timeZone)
  if (wallTimeAt(instant, timeZone) === wallTime) return instant
  const after = zoneOffset(instant, timeZone)
  let [earlier, later] = [wallTime - after, instant]
  while (later - earlier > 1) {
    const middle = Math.floor((earlier + later) / 2)
    if (zoneOffset(middle, timeZone) === after) later = middle
    else earlier = middle
  }
  return later
}
