import { type StandardSchema, standardSchema } from '../documents/standard-schema.js'
import type { Calendar } from './calendar.js'
import { safeParseCalendar } from './parse-calendar.js'

/**
 * Calendars as a Standard Schema, for form libraries and servers; it finds what `safeParseCalendar` finds.
 * @example
 * calendarStandardSchema['~standard'].validate({}).issues?.[0]?.code //=> 'document/missing-key'
 */
export const calendarStandardSchema: StandardSchema<Calendar> = /* @__PURE__ */ standardSchema(safeParseCalendar)
