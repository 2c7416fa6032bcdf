import * as z from 'zod/mini'
import { once } from '../documents/once.js'
import { filledList } from '../documents/schema/collection-schemas.js'
import { described } from '../documents/schema/described.js'
import { documentHeader } from '../documents/schema/document-header.js'
import { optional } from '../documents/schema/optional.js'
import { strictObject } from '../documents/schema/strict-object.js'
import { dateSchema, timeSchema, wordSchema } from '../documents/schema/string-schemas.js'
import { textSchema } from '../documents/schema/text-schema.js'
import type { Calendar } from './calendar.js'
import { WEEKDAYS } from './weekdays.js'

/** Shape of calendars; `parseCalendar` checks their meaning. */
export const calendarSchema: () => z.ZodMiniType<Calendar> = once(() =>
  strictObject({
    ...documentHeader('callgrade/calendar@1', ['Id of the calendar.', '日历的 id。']),
    timeZone: optional(
      described(
        z.string().check(z.minLength(1)),
        'IANA time zone of all dates and times; UTC where absent.',
        '日期和时间所用的 IANA 时区，缺省为 UTC。',
      ),
    ),
    valid: described(
      strictObject({
        from: described(dateSchema(), 'First day, included.', '第一天，含当天。'),
        through: described(dateSchema(), 'Last day, included.', '最后一天，含当天。'),
      }),
      'The days that this calendar knows; deadlines beyond are provisional.',
      '本日历涵盖的日期；超出的期限只是暂定。',
    ),
    weekend: described(
      z.array(wordSchema(WEEKDAYS)),
      'Days of the week that are not worked; [] where every day is.',
      '每周不上班的日子；[] 表示每天都上班。',
    ),
    workingHours: described(
      filledList(z.tuple([timeSchema(), timeSchema()])),
      'From and to, in order and apart; 24:00 is the end of the day.',
      '上班时段的起止时刻，按先后排列，不重叠；24:00 为一天结束。',
    ),
    holidays: optional(
      described(
        z.array(
          strictObject({
            title: optional(described(textSchema(), 'Name of the holiday.', '节假日名称。')),
            from: described(dateSchema(), 'First day off, included.', '放假第一天，含当天。'),
            through: described(dateSchema(), 'Last day off, included.', '放假最后一天，含当天。'),
          }),
        ),
        'Days that are not worked.',
        '放假的日子。',
      ),
    ),
    makeUpWorkdays: optional(
      described(
        z.array(dateSchema()),
        'Days that are worked though they are on a weekend or in a holiday.',
        '调休上班的日子，优先于节假日和周末。',
      ),
    ),
  }),
)
