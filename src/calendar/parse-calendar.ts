import { documentParser } from '../documents/document-parser.js'
import { DocumentFaults } from '../documents/reading/document-faults.js'
import type { DocumentInput } from '../documents/reading/plain-copy.js'
import type { Result } from '../issues/issue.js'
import type { Calendar } from './calendar.js'
import { calendarSchema } from './calendar-schema.js'
import { checkCalendar } from './check-calendar.js'
import { rememberCalendar } from './sound-calendar.js'

const parser = /* @__PURE__ */ documentParser({
  format: 'callgrade/calendar@1',
  schema: calendarSchema,
  faults: DocumentFaults,
  check: (calendar: Calendar, faults, { isComplete }) => checkCalendar(calendar, faults, isComplete),
})

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
  const calendar = parser.parse(input)
  rememberCalendar(calendar)
  return calendar
}

/**
 * Like `parseCalendar`, with the faults in the result instead of thrown.
 * @example
 * safeParseCalendar('{}').issues?.[0].code //=> 'document/missing-key'
 */
export function safeParseCalendar(input: unknown): Result<Calendar> {
  const result = parser.safeParse(input)
  if (result.success) rememberCalendar(result.data)
  return result
}
