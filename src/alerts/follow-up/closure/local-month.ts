import { dateOfDay } from '../../../documents/time/day-number.js'
import { instantOf } from '../../../documents/time/instant.js'
import { wallTimeAt } from '../../../documents/time/wall-time.js'

/** In milliseconds. */
export const DAY = 86_400_000

/** Returns the local month of an instant, `YYYY-MM`. */
export function monthOf(instant: string, timeZone: string): string {
  return dateOfDay(Math.floor(wallTimeAt(instantOf(instant), timeZone) / DAY)).slice(0, 7)
}

/** Lists the months from one to another, both included. */
export function monthsBetween(from: string, through: string): readonly string[] {
  const months: string[] = []
  let [year = 0, month = 0] = from.split('-').map(Number)
  for (let text = from; text <= through; ) {
    months.push(text)
    month++
    if (month > 12) [year, month] = [year + 1, 1]
    text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  }
  return months
}
