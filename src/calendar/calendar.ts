import type { CivilDate } from '../documents/time/civil-date.js'
import type { Text } from '../issues/text.js'

/** Which days and hours are worked. One JSON document of the format `callgrade/calendar@1`. */
export interface Calendar {
  readonly $schema?: string
  readonly format: 'callgrade/calendar@1'
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly note?: Text
  /** IANA zone of all dates and times here; UTC where absent. */
  readonly timeZone?: string
  /** The days that this calendar knows, both included; of others it says nothing. */
  readonly valid: { readonly from: CivilDate; readonly through: CivilDate; readonly note?: Text }
  /** Days of the week that are not worked; none: every day is. */
  readonly weekend: readonly Weekday[]
  /** From (inclusive) and to (exclusive), `HH:MM`, in order and apart, within one day; `24:00` is its end. */
  readonly workingHours: readonly (readonly [string, string])[]
  /** Days that are not worked; a make-up day beats them. */
  readonly holidays?: readonly Holiday[]
  /** Working days, even on a weekend or holiday. */
  readonly makeUpWorkdays?: readonly CivilDate[]
}

/** A stretch of days that are not worked, both ends included. */
export interface Holiday {
  readonly title?: Text
  readonly from: CivilDate
  readonly through: CivilDate
  readonly note?: Text
}

/** A day of the week. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

/** How long something may take, or by when it is due. */
export type Duration = ElapsedMinutes | ElapsedHours | WorkingHours | WorkingDays | NextWeekday

/** Minutes by the clock, nights and holidays included. */
export interface ElapsedMinutes {
  readonly minutes: number
  readonly note?: Text
}

/** Hours by the clock, nights and holidays included. */
export interface ElapsedHours {
  readonly hours: number
  readonly note?: Text
}

/** Hours within the calendar's working hours. */
export interface WorkingHours {
  readonly workingHours: number
  readonly note?: Text
}

/** Whole working days; the day on which it starts is not counted. */
export interface WorkingDays {
  readonly workingDays: number
  /**
   * `day`: at the end of the last day, which is 00:00 of the next, exclusive; `close`: at the end of its working
   * hours; `same-time`: at the time of day of the start.
   * @defaultValue day
   */
  readonly ends?: 'day' | 'close' | 'same-time'
  readonly note?: Text
}

/** The next such weekday and time, strictly after the start. */
export interface NextWeekday {
  readonly next: {
    readonly weekday: Weekday
    /** `HH:MM` */
    readonly time: string
    /**
     * Where that day is not worked: the same time of the next working day, or that day all the same.
     * @defaultValue same-day
     */
    readonly onHoliday?: 'next-working-day' | 'same-day'
    readonly note?: Text
  }
  readonly note?: Text
}

/** Time at which something is due: an instant, or a day beyond the calendars. */
export type Deadline =
  | {
      readonly status: 'fixed'
      /** RFC 3339 with the offset of the calendar's zone; what is done exactly then is in time. */
      readonly dueAt: string
    }
  | {
      /** The calendars end before it: no instant can be named until the next year's is there. */
      readonly status: 'provisional'
    }
