import { once } from '../documents/once.js'
import { recordChecker } from '../documents/record-checker.js'
import { optionalField, type RecordField, wordField } from '../documents/record-fields.js'
import { TIME_PATTERN } from '../documents/time/time-pattern.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { PathSegment } from '../issues/issue.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import type { Duration } from './calendar.js'
import { HOLIDAY_RULES, WORKING_DAY_ENDS } from './duration-words.js'
import { WEEKDAYS } from './weekdays.js'

/** Terms beyond ten years are slips of the pen, and would walk through calendars for long. */
const MOST_HOURS = 87_600
const MOST_DAYS = 3_650

/** The fields of working days that are no number. */
const workingDaysChecker = /* @__PURE__ */ once(() =>
  recordChecker({ ends: optionalField(wordField(WORKING_DAY_ENDS)) }, { unknownKeys: 'ignored' }),
)

const nextChecker = /* @__PURE__ */ once(() =>
  recordChecker(
    { weekday: wordField(WEEKDAYS), time: startTimeField(), onHoliday: optionalField(wordField(HOLIDAY_RULES)) },
    { unknownKeys: 'ignored' },
  ),
)

/**
 * Returns the faults of a duration, whatever a caller gives; a duration of 0 ends at once.
 * @param path - of the duration
 */
export function durationFaults(duration: Duration, path: readonly PathSegment[]): readonly IssueDraft[] {
  if (typeof duration !== 'object' || duration === null)
    return [{ code: 'document/type', path, expected: 'object', received: excerptOf(duration) }]
  if ('minutes' in duration) return rangeFault(duration.minutes, [...path, 'minutes'], MOST_HOURS * 60)
  if ('hours' in duration) return rangeFault(duration.hours, [...path, 'hours'], MOST_HOURS)
  if ('workingHours' in duration) return rangeFault(duration.workingHours, [...path, 'workingHours'], MOST_HOURS)
  if ('workingDays' in duration)
    return [
      ...daysFault(duration.workingDays, [...path, 'workingDays']),
      ...placed(workingDaysChecker().faultsOf(duration), path),
    ]
  if ('next' in duration) return placed(nextChecker().faultsOf(duration.next), [...path, 'next'])
  return [
    {
      code: 'document/missing-key',
      path: [...path, 'hours'],
      expected: '"minutes" | "hours" | "workingHours" | "workingDays" | "next"',
    },
  ]
}

/** A time at which a day can begin something: `24:00` is the next day's `00:00`. */
function startTimeField(): RecordField<string, true> {
  return {
    isRequired: true,
    expected: 'string',
    faultsOf: (value) => {
      if (typeof value !== 'string')
        return [{ code: 'document/type', path: [], expected: 'string', received: excerptOf(value) }]
      if (value !== '24:00' && TIME_PATTERN.test(value)) return undefined
      const suggestion = value === '24:00' && { suggestion: '00:00' }
      return [{ code: 'document/time', path: [], received: excerptOf(value), ...suggestion }]
    },
  }
}

function placed(faults: readonly IssueDraft[], path: readonly PathSegment[]): readonly IssueDraft[] {
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }))
}

function daysFault(value: number, path: readonly PathSegment[]): readonly IssueDraft[] {
  if (Number.isFinite(value) && !Number.isInteger(value))
    return [{ code: 'document/type', path, expected: 'integer', received: excerptOf(value) }]
  return rangeFault(value, path, MOST_DAYS)
}

function rangeFault(value: number, path: readonly PathSegment[], most: number): readonly IssueDraft[] {
  if (typeof value === 'number' && value >= 0 && value <= most) return []
  return [
    typeof value === 'number'
      ? { code: 'document/range', path, expected: `0..${most}`, received: excerptOf(value) }
      : { code: 'document/type', path, expected: 'number', received: excerptOf(value) },
  ]
}
