import type { StepWindow } from '../policy/alert-policy.js'
import type { Days } from '../rates/rate-data.js'

/** Returns the days of a rate's window; undefined for windows of hours, by which ratings are not counted. */
export function rateWindow(window: StepWindow | undefined, lastDay: number): Days | undefined {
  return window && 'days' in window ? { from: lastDay - window.days + 1, through: lastDay } : undefined
}
