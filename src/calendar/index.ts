export type { DocumentInput } from '../documents/reading/plain-copy.js'
export type { JsonSchema } from '../documents/schema/json-schema.js'
export type { StandardIssue, StandardResult, StandardSchema } from '../documents/standard-schema.js'
export type { CivilDate } from '../documents/time/civil-date.js'
export type { Text } from '../issues/text.js'
export type {
  Calendar,
  Deadline,
  Duration,
  ElapsedHours,
  ElapsedMinutes,
  Holiday,
  NextWeekday,
  Weekday,
  WorkingDays,
  WorkingHours,
} from './calendar.js'
export { calendarJsonSchema } from './calendar-json-schema.js'
export { calendarStandardSchema } from './calendar-standard-schema.js'
export { deadline } from './deadline.js'
export { dueText } from './due-text.js'
export { parseCalendar, safeParseCalendar } from './parse-calendar.js'
export { addWorkingDays } from './working-days/add-working-days.js'
export { isWorkingDay } from './working-days/is-working-day.js'
export { rollForward } from './working-days/roll-forward.js'
export { workingDaysBetween } from './working-days/working-days-between.js'
