import { excerptOf } from '../issues/excerpt-of.js'
import type { PathSegment } from '../issues/issue.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import type { Duration } from './calendar.js'

/** Terms beyond ten years are slips of the pen, and would walk through calendars for long. */
const MOST_HOURS = 87_600
const MOST_DAYS = 3_650

/** Returns the faults in a duration's meaning; a duration of 0 ends at once. */
export function durationFaults(duration: Duration, path: readonly PathSegment[]): readonly IssueDraft[] {
  if (typeof duration !== 'object' || duration === null)
    return [{ code: 'document/type', path, expected: 'object', received: excerptOf(duration) }]
  if ('minutes' in duration) return rangeFault(duration.minutes, [...path, 'minutes'], MOST_HOURS * 60)
  if ('hours' in duration) return rangeFault(duration.hours, [...path, 'hours'], MOST_HOURS)
  if ('workingHours' in duration) return rangeFault(duration.workingHours, [...path, 'workingHours'], MOST_HOURS)
  if ('workingDays' in duration) {
    const at = [...path, 'workingDays']
    if (Number.isFinite(duration.workingDays) && !Number.isInteger(duration.workingDays))
      return [{ code: 'document/type', path: at, expected: 'integer', received: excerptOf(duration.workingDays) }]
    return rangeFault(duration.workingDays, at, MOST_DAYS)
  }
  if ('next' in duration)
    return duration.next.time === '24:00'
      ? [{ code: 'document/time', path: [...path, 'next', 'time'], received: '"24:00"', suggestion: '00:00' }]
      : []
  return [
    {
      code: 'document/missing-key',
      path: [...path, 'hours'],
      expected: '"minutes" | "hours" | "workingHours" | "workingDays" | "next"',
    },
  ]
}

function rangeFault(value: number, path: readonly PathSegment[], most: number): readonly IssueDraft[] {
  if (typeof value === 'number' && value >= 0 && value <= most) return []
  return [
    typeof value === 'number'
      ? { code: 'document/range', path, expected: `0..${most}`, received: excerptOf(value) }
      : { code: 'document/type', path, expected: 'number', received: excerptOf(value) },
  ]
}
