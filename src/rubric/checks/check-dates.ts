import { isCivilDate, isTimeZone } from '../../documents/time/civil-date.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Period, Rubric } from '../format/rubric.js'
import type { RubricFaults } from './rubric-faults.js'

/** Checks the time zone, the effective period and the periods of adjustments. */
export function checkDates(rubric: Rubric, faults: RubricFaults): void {
  if (rubric.timeZone !== undefined && !isTimeZone(rubric.timeZone))
    faults.add('document/time-zone', rubric, ['timeZone'], { received: excerptOf(rubric.timeZone) })
  if (rubric.effective) checkPeriod(rubric.effective, faults)
  for (const adjustment of rubric.weightAdjustments ?? []) checkPeriod(adjustment, faults)
}

/** Reports a day that does not exist. */
export function checkDate(date: string | undefined, part: object, key: string, faults: RubricFaults): boolean {
  if (date === undefined || isCivilDate(date)) return true
  faults.add('document/date', part, [key], { received: excerptOf(date) })
  return false
}

function checkPeriod(period: Period, faults: RubricFaults): void {
  const fromExists = checkDate(period.from, period, 'from', faults)
  const throughExists = checkDate(period.through, period, 'through', faults)
  if (
    period.from === undefined &&
    period.through === undefined &&
    !faults.leftOut.has('from') &&
    !faults.leftOut.has('through')
  ) {
    faults.add('document/missing-key', period, ['from'], { expected: '"YYYY-MM-DD"' })
  }
  if (
    fromExists &&
    throughExists &&
    period.from !== undefined &&
    period.through !== undefined &&
    period.from > period.through
  ) {
    faults.add('document/period-order', period, ['through'], {
      expected: `>= ${period.from}`,
      received: excerptOf(period.through),
    })
  }
}
