import { checkedInstant } from '../documents/time/checked-instant.js'
import { isTimeZone } from '../documents/time/civil-date.js'
import { wallTimeText } from '../documents/time/instant-text.js'
import { wallTimeAt } from '../documents/time/wall-time.js'
import { CallgradeError } from '../issues/callgrade-error.js'
import { excerptOf } from '../issues/excerpt-of.js'
import { issueOf } from '../issues/issue-of.js'

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * Shows a deadline to people, in a zone: the end of a day, which is 00:00 of the next, as 23:59 of the day itself.
 * @param dueAt - RFC 3339
 * @param timeZone - IANA name
 * @throws CallgradeError `document/instant`, `document/time-zone`
 * @example
 * dueText('2026-10-10T00:00:00+08:00', 'Asia/Shanghai') //=> '2026-10-09 23:59'
 */
export function dueText(dueAt: string, timeZone: string): string {
  const instant = checkedInstant(dueAt, ['dueAt'])
  if (!isTimeZone(timeZone))
    throw new CallgradeError([
      issueOf({ code: 'document/time-zone', path: ['timeZone'], received: excerptOf(timeZone) }, undefined),
    ])
  const wall = wallTimeAt(instant, timeZone)
  const shown = wall % DAY === 0 ? wall - MINUTE : wall
  return wallTimeText(shown).slice(0, 16).replace('T', ' ')
}
