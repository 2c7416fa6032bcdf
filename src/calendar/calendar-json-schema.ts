import * as z from 'zod/mini'
import type { JsonSchema } from '../documents/schema/json-schema.js'
import { calendarSchema } from './calendar-schema.js'

/**
 * The JSON Schema of calendars, generated from the schema that `parseCalendar` uses; published as
 * `callgrade/rubrics/schema/calendar.schema.json`.
 */
export function calendarJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(calendarSchema()), title: 'callgrade/calendar@1' }
}
