import { type CivilDate, type DaySpan, isTimeZone } from '../../documents/time/civil-date.js'
import { alternatives } from '../../issues/alternatives.js'
import type { PathSegment } from '../../issues/issue.js'
import { refuse } from '../../issues/refuse.js'
import { unknownName } from '../../issues/unknown-name.js'
import type { Alert } from '../alert.js'
import { checkSamples, type DatedSample } from './dated-sample.js'
import { evidenceOf } from './evidence-days.js'
import { dateReader } from './local-date-reader.js'
import { refuseEffect } from './refuse-effect.js'

/** Terms by which the two samples are chosen. */
export interface SampleChoice {
  /** IANA zone of the dates, that of the policy. @defaultValue UTC */
  readonly timeZone?: string
  /** Id of the sample to take as before, where it may be; else the rule chooses. */
  readonly before?: string
  /** Id of the sample to take as after, where it may be; else the rule chooses. */
  readonly after?: string
  /**
   * Further days whose findings raised the alert and that the alert itself does not have: of the lower level that it rose
   * from, of the episodes before, or of all findings where its evidence has no window.
   */
  readonly evidenceDays?: readonly DaySpan[]
}

/**
 * Reason why a sample is neither before nor after: `other-purpose` it was drawn for risk or coaching; `in-evidence` it
 * has days whose findings raised the alert; `evidence-unknown` it may have, since the alert does not have their first
 * day; `over-remedy` it has the day of the remedy; `not-chosen` it could have been, but another comes first.
 */
export type RefusalReason = 'other-purpose' | 'in-evidence' | 'evidence-unknown' | 'over-remedy' | 'not-chosen'

/** A sample that was not taken. */
export interface RefusedSample {
  readonly id: string
  readonly reason: RefusalReason
}

/** Samples that were chosen, and those that were not. */
export interface ChosenSamples {
  readonly before?: DatedSample
  /** `fresh` after the evidence, before the remedy; `earlier` ended before the evidence began. */
  readonly beforeIs?: 'fresh' | 'earlier'
  readonly after?: DatedSample
  /** Local date of the remedy; absent where there was none. */
  readonly remedyDate?: CivilDate
  /** All others, in the order given. */
  readonly refused: readonly RefusedSample[]
}

type Role = 'fresh' | 'earlier' | 'after' | RefusalReason

/**
 * Chooses the samples for "did it work": before, the first that begins after the evidence and ends before the remedy, or
 * else the last that ended before the evidence began; after, the first that begins after the day of the remedy. The
 * first is taken, so that sampling cannot go on until one comes out well.
 * @throws CallgradeError `alerts/effect-argument`, `alerts/effect-unknown-sample`, `alerts/effect-same-days`
 */
export function chooseSamples(alert: Alert, samples: readonly DatedSample[], choice: SampleChoice): ChosenSamples {
  const { timeZone = 'UTC' } = choice
  if (typeof timeZone !== 'string' || !isTimeZone(timeZone))
    refuse('alerts/effect-argument', ['timeZone'], 'IANA time zone', timeZone)
  checkSamples(samples)
  const dateOf = dateReader(timeZone)
  const remedyDate = remedyDateOf(alert, dateOf)
  const { spans, isStartKnown } = evidenceOf(alert, choice.evidenceDays, dateOf)
  const roles = samples.map((sample) => roleOf(sample, spans, isStartKnown, remedyDate))

  const withRole = (role: Role) => samples.filter((_, index) => roles[index] === role)
  const [fresh, earlier, later] = [withRole('fresh'), withRole('earlier'), withRole('after')]
  const named = (name: 'before' | 'after', all: readonly DatedSample[]): DatedSample | undefined => {
    const id = choice[name]
    if (!samples.some((sample) => sample.id === id)) refuseUnknown(name, id, samples)
    return all.find((sample) => sample.id === id)
  }
  const before =
    choice.before !== undefined
      ? named('before', [...fresh, ...earlier])
      : fresh.length > 0
        ? extreme('before', fresh, (a, b) => a.from < b.from)
        : extreme('before', earlier, (a, b) => a.through > b.through)
  const after = choice.after !== undefined ? named('after', later) : extreme('after', later, (a, b) => a.from < b.from)
  const refused = samples.flatMap((sample, index): RefusedSample[] => {
    const role = roles[index] ?? 'not-chosen'
    if (sample === before || sample === after) return []
    return [{ id: sample.id, reason: role === 'fresh' || role === 'earlier' || role === 'after' ? 'not-chosen' : role }]
  })
  return {
    ...(before && { before, beforeIs: fresh.includes(before) ? 'fresh' : 'earlier' }),
    ...(after && { after }),
    ...(remedyDate !== undefined && { remedyDate }),
    refused,
  }
}

function roleOf(
  { from, through, purpose = 'measure' }: DatedSample,
  spans: readonly DaySpan[],
  isStartKnown: boolean,
  remedyDate: CivilDate | undefined,
): Role {
  if (purpose !== 'measure') return 'other-purpose'
  const isAfter = (span: DaySpan): boolean => span.through !== undefined && from > span.through
  const isBefore = (span: DaySpan): boolean => span.from !== undefined && through < span.from
  if (!spans.every((span) => isAfter(span) || isBefore(span))) return 'in-evidence'
  if (remedyDate !== undefined && from > remedyDate) return 'after'
  if (remedyDate !== undefined && through >= remedyDate) return 'over-remedy'
  if (spans.every(isAfter)) return 'fresh'
  return isStartKnown ? 'earlier' : 'evidence-unknown'
}

/**
 * Returns the time at which the remedy was reported, or else at which the alert was closed; a withdrawn alert had no
 * remedy.
 */
function remedyDateOf(
  { remediedAt, endedAt, state }: Alert,
  dateOf: (instant: string, path: readonly PathSegment[]) => CivilDate,
): CivilDate | undefined {
  if (remediedAt !== undefined) return dateOf(remediedAt, ['alert', 'remediedAt'])
  if (endedAt === undefined || state === 'withdrawn') return undefined
  return dateOf(endedAt, ['alert', 'endedAt'])
}

/** Returns the first sample in an order of days; two that are equal in it are refused, since either would be a guess. */
function extreme(
  name: 'before' | 'after',
  samples: readonly DatedSample[],
  isFirst: (a: DatedSample, b: DatedSample) => boolean,
): DatedSample | undefined {
  const best = samples.find((sample) => !samples.some((other) => isFirst(other, sample)))
  if (best === undefined) return undefined
  const tied = samples.filter((sample) => !isFirst(best, sample))
  if (tied.length > 1)
    refuseEffect({
      code: 'alerts/effect-same-days',
      path: [name],
      expected: alternatives(tied.map(({ id }) => id)),
    })
  return best
}

function refuseUnknown(name: 'before' | 'after', id: string | undefined, samples: readonly DatedSample[]): never {
  const ids = samples.map((sample) => sample.id)
  return refuseEffect(unknownName({ code: 'alerts/effect-unknown-sample', path: [name], name: id, known: ids }))
}
