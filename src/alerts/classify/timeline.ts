import { instantOf } from '../../documents/time/instant.js'
import type { AlertEvent } from '../alert.js'
import type { ExposureLife } from '../records/exposure-lives.js'
import type { FindingLife } from '../records/finding-lives.js'

/** Everything that happened at one instant. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly rated: ExposureLife['exposure'][]
  /** Ratings that a later one replaced. */
  readonly replaced: ExposureLife['exposure'][]
  readonly found: FindingLife[]
  /** Findings that a later rating took back. */
  readonly takenBack: FindingLife[]
  readonly events: AlertEvent[]
}

/** Everything that happened until the instant of the review. */
export interface Timeline {
  /** Ratings known from the beginning. */
  readonly known: readonly ExposureLife['exposure'][]
  /** In order of time. */
  readonly moments: readonly Moment[]
}

/** Puts records into the order in which they became known, up to `now`, in milliseconds since 1970. */
export function timelineOf(
  findings: readonly FindingLife[],
  exposures: readonly ExposureLife[],
  events: readonly AlertEvent[],
  now: number,
): Timeline {
  const byTime = new Map<number, Moment>()
  const momentAt = (at: number): Moment => {
    let moment = byTime.get(at)
    if (!moment) {
      moment = { at, rated: [], replaced: [], found: [], takenBack: [], events: [] }
      byTime.set(at, moment)
    }
    return moment
  }
  const known: ExposureLife['exposure'][] = []
  for (const { exposure, from, until } of exposures) {
    if (from === undefined) known.push(exposure)
    else if (from <= now) momentAt(from).rated.push(exposure)
    if (until !== undefined && until <= now) momentAt(until).replaced.push(exposure)
  }
  for (const life of findings) {
    if (life.from <= now) momentAt(life.from).found.push(life)
    if (life.until !== undefined && life.until <= now) momentAt(life.until).takenBack.push(life)
  }
  for (const event of events) {
    const at = instantOf(event.at)
    if (at <= now) momentAt(at).events.push(event)
  }
  return { known, moments: [...byTime.values()].sort((a, b) => a.at - b.at) }
}
