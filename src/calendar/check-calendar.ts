import type { DocumentFaults } from '../documents/reading/document-faults.js'
import { isCivilDate, isTimeZone } from '../documents/time/civil-date.js'
import { dayOfDate } from '../documents/time/day-number.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { Calendar } from './calendar.js'
import { minuteOfTime } from './minute-of-time.js'
import { weekdayOf } from './weekday-of.js'
import { WEEKDAYS } from './weekdays.js'

/**
 * Checks the meaning of a calendar of the right shape.
 * @param isComplete - whether nothing was left out for a fault of shape
 */
export function checkCalendar(calendar: Calendar, faults: DocumentFaults, isComplete: boolean): void {
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
      !weekend.includes(weekdayOf(dayOfDate(date)))
    )
      faults.add('calendar/worked-anyway', makeUpWorkdays, at, { received: excerptOf(date) })
  }
}

function isKnown(date: string, { from, through }: Stretch): boolean {
  return from <= date && date <= through
}
