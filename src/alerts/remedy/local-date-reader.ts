import type { CivilDate } from '../../documents/time/civil-date.js'
import { instantOf } from '../../documents/time/instant.js'
import { localDates } from '../../documents/time/local-times.js'
import type { PathSegment } from '../../issues/issue.js'
import { refuse } from '../../issues/refuse.js'

export function dateReader(timeZone: string): (instant: string, path: readonly PathSegment[]) => CivilDate {
  const localDateOf = localDates(timeZone)
  return (text, path) => {
    const instant = typeof text === 'string' ? instantOf(text) : Number.NaN
    if (Number.isNaN(instant)) refuse('alerts/effect-argument', path, 'RFC 3339 instant', text)
    return localDateOf(instant)
  }
}
