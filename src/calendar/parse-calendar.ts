import { DocumentFaults } from '../documents/reading/document-faults.js'
import { parseDocument } from '../documents/reading/parse-document.js'
import type { DocumentInput } from '../documents/reading/plain-copy.js'
import { isCivilDate, isTimeZone } from '../documents/time/civil-date.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { Result } from '../issues/issue.js'
import type { Calendar } from './calendar.js'
import { calendarSchema } from './calendar-schema.js'
import { minuteOfTime, WEEKDAYS } from './times.js'

/** Calendars that this module returned: sound, frozen, and not read again. */
const parsed = new WeakSet<object>()

/**
 * Reads a calendar.
 * @param input - JSON text or a value; a value is copied
 * @returns the calendar as written, frozen
 * @throws CallgradeError with every fault that one pass finds: `document/...`, `calendar/...`
 * @example
 * parseCalendar('{"format": "callgrade/calendar@1", "id": "always", "version": "1", "title": "Always", "valid": {"from": "2026-01-01", "through": "2026-12-31"}, "weekend": [], "workingHours": [["00:00", "24:00"]]}').id
 * //=> 'always'
 */
export function parseCalendar(input: DocumentInput<Calendar>): Calendar {
  const result = safeParseCalendar(input)
  if (!result.success) throw new CallgradeError(result.issues)
  return result.data
}

/**
 * Like `parseCalendar`, with the faults in the result instead of thrown.
 * @example
 * safeParseCalendar('{}').issues?.[0].code //=> 'document/missing-key'
 */
export function safeParseCalendar(input: DocumentInput<Calendar>): Result<Calendar> {
  if (typeof input === 'object' && input !== null && parsed.has(input))
    return { success: true, data: input as Calendar }
  const result = parseDocument(input, {
    format: 'callgrade/calendar@1',
    schema: calendarSchema,
    faults: DocumentFaults,
    checkMeaning,
  })
  if (result.success) parsed.add(result.data)
  return result
}

function checkMeaning(calendar: Calendar, faults: DocumentFaults, isComplete: boolean): void {
  if (calendar.timeZone !== undefined && !isTimeZone(calendar.timeZone))
    faults.add('document/time-zone', calendar, ['timeZone'], { received: excerptOf(calendar.timeZone) })
  const hasValid = checkStretch(calendar.valid, faults)
  checkWeek(calendar, faults)
  checkHours(calendar, faults)
  checkHolidays(calendar, hasValid, faults)
  // Without a weekday or holiday that was left out for a fault of its own, a make-up day would seem needless.
  if (isComplete) checkMakeUpWorkdays(calendar, hasValid, faults)
}

interface Stretch {
  readonly from: string
  readonly through: string
}

/** Whether both days exist, in order. */
function checkStretch(stretch: Stretch, faults: DocumentFaults): boolean {
  let isSound = true
  for (const key of ['from', 'through'] as const) {
    if (isCivilDate(stretch[key])) continue
    faults.add('document/date', stretch, [key], { received: excerptOf(stretch[key]) })
    isSound = false
  }
  if (!isSound || stretch.from <= stretch.through) return isSound
  faults.add('document/period-order', stretch, ['through'], {
    expected: `>= ${stretch.from}`,
    received: excerptOf(stretch.through),
  })
  return false
}

function checkWeek({ weekend, makeUpWorkdays = [] }: Calendar, faults: DocumentFaults): void {
  for (const [index, weekday] of weekend.entries())
    if (weekend.indexOf(weekday) < index)
      faults.add('calendar/repeated', weekend, [index], { received: excerptOf(weekday) })
  if (new Set(weekend).size === WEEKDAYS.length && makeUpWorkdays.length === 0)
    faults.add('calendar/never-worked', weekend, [], {})
}

function checkHours({ workingHours }: Calendar, faults: DocumentFaults): void {
  let closed = 0
  for (const [index, [from, to]] of workingHours.entries()) {
    const [opens, closes] = [minuteOfTime(from), minuteOfTime(to)]
    if (opens >= closes) faults.add('calendar/hours-empty', workingHours, [index], { received: excerptOf([from, to]) })
    else if (opens < closed)
      faults.add('calendar/hours-order', workingHours, [index], {
        expected: `>= ${workingHours[index - 1]?.[1] ?? ''}`,
        received: excerptOf([from, to]),
      })
    closed = Math.max(closed, closes)
  }
}

function checkHolidays({ holidays = [], valid }: Calendar, hasValid: boolean, faults: DocumentFaults): void {
  for (const holiday of holidays) {
    if (!checkStretch(holiday, faults) || !hasValid) continue
    for (const key of ['from', 'through'] as const)
      if (!isKnown(holiday[key], valid))
        faults.add('calendar/outside-valid', holiday, [key], {
          expected: `${valid.from}..${valid.through}`,
          received: excerptOf(holiday[key]),
        })
  }
}

/** A make-up day on a day that is worked anyway is a slip: of the date, or of the year that it was copied from. */
function checkMakeUpWorkdays(calendar: Calendar, hasValid: boolean, faults: DocumentFaults): void {
  const { makeUpWorkdays = [], holidays = [], valid, weekend } = calendar
  for (const [index, date] of makeUpWorkdays.entries()) {
    const at = [index]
    if (!isCivilDate(date)) faults.add('document/date', makeUpWorkdays, at, { received: excerptOf(date) })
    else if (makeUpWorkdays.indexOf(date) < index)
      faults.add('calendar/repeated', makeUpWorkdays, at, { received: excerptOf(date) })
    else if (hasValid && !isKnown(date, valid))
      faults.add('calendar/outside-valid', makeUpWorkdays, at, {
        expected: `${valid.from}..${valid.through}`,
        received: excerptOf(date),
      })
    else if (
      !holidays.some(({ from, through }) => from <= date && date <= through) &&
      !weekend.includes(WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7] ?? 'monday')
    )
      faults.add('calendar/worked-anyway', makeUpWorkdays, at, { received: excerptOf(date) })
  }
}

function isKnown(date: string, { from, through }: Stretch): boolean {
  return from <= date && date <= through
}
