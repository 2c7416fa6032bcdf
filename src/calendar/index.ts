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
