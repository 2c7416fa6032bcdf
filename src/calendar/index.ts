export type { CivilDate } from '../documents/dates.js'
export type { JsonSchema } from '../documents/json-schema.js'
export type { DocumentInput } from '../documents/plain-value.js'
export type { Text } from '../documents/text.js'
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
export { deadline } from './deadline.js'
export { dueText } from './due-text.js'
export { calendarJsonSchema } from './json-schema.js'
export { parseCalendar, safeParseCalendar } from './parse-calendar.js'
export { addWorkingDays, isWorkingDay, rollForward, workingDaysBetween } from './working-days.js'
