/** RFC 3339 with an offset; a space or lower-case letters are refused so that every reader agrees. */
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|([+-])(\d{2}):(\d{2}))$/

/**
 * Reads an instant as milliseconds since 1970, or NaN where it is none or names a day or time that does not exist.
 * Parts of a second are dropped: no date depends on them.
 */
export function parseInstant(text: string): number {
  const match = INSTANT.exec(text)
  if (!match) return Number.NaN
  const [, year, month, day, hour, minute, second, sign, offsetHour = '0', offsetMinute = '0'] = match
  const [y, m, d, h, min, s] = [Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second)]
  // Local dates keep four digits in every zone.
  if (y < 1 || y > 9998) return Number.NaN
  if (h > 23 || min > 59 || s > 59 || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return Number.NaN
  const date = new Date(0)
  date.setUTCFullYear(y, m - 1, d)
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return Number.NaN
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1)
  return date.getTime() + ((h * 60 + min - offset) * 60 + s) * 1000
}

/** Like `parseInstant`, with parts of a second kept, so that the order of events is known. */
export function instantOf(text: string): number {
  const whole = parseInstant(text)
  const point = text.indexOf('.')
  if (point < 0) return whole
  const [fraction = ''] = /^\.\d+/.exec(text.slice(point)) ?? []
  return whole + Math.floor(Number(`0${fraction}`) * 1_000)
}
