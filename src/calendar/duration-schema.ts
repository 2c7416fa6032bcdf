import * as z from 'zod/mini'
import { once } from '../documents/once.js'
import { described } from '../documents/schema/described.js'
import { optional } from '../documents/schema/optional.js'
import { strictObject } from '../documents/schema/strict-object.js'
import { timeSchema, wordSchema } from '../documents/schema/string-schemas.js'
import type { Duration, ElapsedHours, ElapsedMinutes } from './calendar.js'
import { HOLIDAY_RULES, WORKING_DAY_ENDS } from './duration-words.js'
import { WEEKDAYS } from './weekdays.js'

const atLeastZero = () => z.number().check(z.minimum(0))

const minutesSchema = once(() =>
  strictObject({
    minutes: described(
      atLeastZero(),
      'Minutes by the clock, nights and holidays included.',
      '按时钟计算的分钟数，含夜间和节假日。',
    ),
  }),
)

const hoursSchema = once(() =>
  strictObject({
    hours: described(
      atLeastZero(),
      'Hours by the clock, nights and holidays included.',
      '按时钟计算的小时数，含夜间和节假日。',
    ),
  }),
)

/** Shape of elapsed time alone. */
export const elapsedSchema: () => z.ZodMiniType<ElapsedMinutes | ElapsedHours> = once(() =>
  z.union([minutesSchema(), hoursSchema()]),
)

/** Shape of every way to say how long something may take. */
export const durationSchema: () => z.ZodMiniType<Duration> = once(() =>
  z.union([
    minutesSchema(),
    hoursSchema(),
    strictObject({
      workingHours: described(
        atLeastZero(),
        "Hours within the calendar's working hours.",
        '工作小时，只计日历中的工作时间。',
      ),
    }),
    strictObject({
      workingDays: described(
        z.int().check(z.minimum(0)),
        'Working days; the day of the start is not counted.',
        '工作日天数，起始当天不计。',
      ),
      ends: optional(
        described(
          wordSchema(WORKING_DAY_ENDS),
          'day: at the end of the last day (default); close: at the end of its working hours; same-time: at the time of day of the start.',
          'day：最后一天结束时（缺省）；close：当天下班时；same-time：与起始相同的时刻。',
        ),
      ),
    }),
    strictObject({
      next: described(
        strictObject({
          weekday: described(wordSchema(WEEKDAYS), 'Day of the week.', '星期几。'),
          time: described(timeSchema(), 'Time of day, HH:MM.', '时刻，HH:MM。'),
          onHoliday: optional(
            described(
              wordSchema(HOLIDAY_RULES),
              'Where that day is not worked: the same time of the next working day, or that day all the same (default).',
              '当天不上班时：顺延到下一个工作日的同一时刻，或仍为当天（缺省）。',
            ),
          ),
        }),
        'The next such weekday and time, strictly after the start.',
        '起始之后的下一个该星期、该时刻。',
      ),
    }),
  ]),
)
