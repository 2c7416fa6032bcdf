import { DocumentFaults } from '../documents/reading/document-faults.js'
import type { PathSegment } from '../issues/issue.js'
import { issueOf } from '../issues/issue-of.js'
import { throwIssues } from '../issues/throw-issues.js'
import type { Calendar } from './calendar.js'
import { calendarChecker } from './calendar-checker.js'
import { checkCalendar } from './check-calendar.js'

/** Calendars that `parseCalendar` returned: checked and frozen. */
const parsed = new WeakSet<object>()

/** Remembers a calendar that `parseCalendar` returned. */
export function rememberCalendar(calendar: Calendar): void {
  parsed.add(calendar)
}

/**
 * Checks a calendar unless `parseCalendar` returned it.
 * @param path - of the calendar among the arguments
 * @throws CallgradeError `document/...` and `calendar/...` with every fault
 */
export function requireSoundCalendar(calendar: Calendar, path: readonly PathSegment[]): void {
  if (typeof calendar === 'object' && calendar !== null && parsed.has(calendar)) return
  const shape = calendarChecker().faultsOf(calendar)
  throwIssues(shape.map((draft) => issueOf({ ...draft, path: [...path, ...draft.path] })))
  const places = new Map<object, readonly PathSegment[]>([
    [calendar, path],
    [calendar.valid, [...path, 'valid']],
    [calendar.weekend, [...path, 'weekend']],
    [calendar.workingHours, [...path, 'workingHours']],
    ...(calendar.holidays ?? []).map((holiday, index) => [holiday, [...path, 'holidays', index]] as const),
    ...(calendar.makeUpWorkdays ? [[calendar.makeUpWorkdays, [...path, 'makeUpWorkdays']] as const] : []),
  ])
  const faults = new DocumentFaults((part) => places.get(part) ?? path, new Set())
  checkCalendar(calendar, faults, true)
  throwIssues(faults.drafts.map((draft) => issueOf(draft)))
}
