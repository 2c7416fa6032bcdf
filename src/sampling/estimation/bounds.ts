import type { Interval } from './estimate-result.js'

/** Range of the values that an estimate can have. */
export interface Bounds {
  readonly minimum?: number
  readonly maximum?: number
}

/** Returns the part of an interval that lies within bounds. */
export function clipped(
  interval: Interval,
  { minimum = Number.NEGATIVE_INFINITY, maximum = Infinity }: Bounds,
): Interval {
  return {
    lower: Math.min(maximum, Math.max(minimum, interval.lower)),
    upper: Math.max(minimum, Math.min(maximum, interval.upper)),
  }
}
