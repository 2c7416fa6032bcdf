import { type CivilDate, type DaySpan, isCivilDate, isTimeZone } from '../../documents/time/civil-date.js'
import { DATE_PATTERN } from '../../documents/time/date-pattern.js'
import { instantOf, localDates } from '../../documents/time/instant.js'
import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import { nearestName } from '../../issues/nearest-name.js'
import { refuse } from '../../issues/refuse.js'
import { PURPOSES, type Purpose } from '../../scoring/evaluation/evaluation.js'
import type { Alert } from '../alert.js'
import { type EffectMeasure, refuseEffect } from './remedy-measure.js'

/** A sample of the alert's group, and the days that its calls are of. */
export interface DatedSample {
  readonly id: string
  /** First and last local date of the calls, not of when they were judged. */
  readonly from: CivilDate
  readonly through: CivilDate
  /** Only a measure sample tells of all calls. @defaultValue measure */
  readonly purpose?: Purpose
  readonly measure: EffectMeasure
}

/** How the two samples are chosen. */
export interface SampleChoice {
  /** IANA zone of the dates, that of the policy. @defaultValue UTC */
  readonly timeZone?: string
  /** Id of the sample to take as before, where it may be; else the rule chooses. */
  readonly before?: string
  /** Id of the sample to take as after, where it may be; else the rule chooses. */
  readonly after?: string
  /**
   * Further days of which findings raised the alert, which it does not tell itself: of the lower level that it rose
   * from, of the episodes before, or of all findings where its evidence has no window.
   */
  readonly evidenceDays?: readonly DaySpan[]
}

/**
 * Why a sample is neither before nor after: `other-purpose` it was drawn for risk or coaching; `in-evidence` it has days
 * of which findings raised the alert; `evidence-unknown` it may have, since the alert does not tell where they begin;
 * `over-remedy` it has the day of the remedy; `not-chosen` it could have been, but another comes first.
 */
export type RefusalReason = 'other-purpose' | 'in-evidence' | 'evidence-unknown' | 'over-remedy' | 'not-chosen'

/** A sample that was not taken. */
export interface RefusedSample {
  readonly id: string
  readonly reason: RefusalReason
}

/** What was chosen. */
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
 * first, so that nobody can go on until one comes out well.
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

interface KnownEvidence {
  readonly spans: readonly DaySpan[]
  /** Whether all days are told of which findings raised the alert. */
  readonly isStartKnown: boolean
}

/** The days of the evidence that are known. The alert tells those of its last rise alone. */
function evidenceOf(
  alert: Alert,
  further: readonly DaySpan[] | undefined,
  dateOf: (instant: string, path: readonly PathSegment[]) => CivilDate,
): KnownEvidence {
  if (further !== undefined && !Array.isArray(further))
    refuse('alerts/effect-argument', ['evidenceDays'], 'list', further)
  for (const [index, span] of (further ?? []).entries()) {
    for (const end of ['from', 'through'] as const) {
      const date = span[end]
      if (date !== undefined && !isDate(date))
        refuse('alerts/effect-argument', ['evidenceDays', index, end], 'date YYYY-MM-DD', date)
    }
  }
  const { window } = alert.evidence
  const raised = dateOf(alert.raisedAt, ['alert', 'raisedAt'])
  const own: DaySpan =
    window === undefined
      ? { from: raised, through: dateOf(alert.levelSince, ['alert', 'levelSince']) }
      : 'after' in window
        ? {
            from: dateOf(window.after, ['alert', 'evidence', 'window', 'after']),
            through: dateOf(window.through, ['alert', 'evidence', 'window', 'through']),
          }
        : window
  const isFirst = alert.episode === 1 && instantOf(alert.levelSince) === instantOf(alert.raisedAt)
  return {
    spans: [own, ...(further ?? [])],
    isStartKnown: further !== undefined || (window !== undefined && isFirst),
  }
}

/** When the remedy was reported, or else when the alert was closed; one that was withdrawn had none. */
function remedyDateOf(
  { remediedAt, endedAt, state }: Alert,
  dateOf: (instant: string, path: readonly PathSegment[]) => CivilDate,
): CivilDate | undefined {
  if (remediedAt !== undefined) return dateOf(remediedAt, ['alert', 'remediedAt'])
  if (endedAt === undefined || state === 'withdrawn') return undefined
  return dateOf(endedAt, ['alert', 'endedAt'])
}

function dateReader(timeZone: string): (instant: string, path: readonly PathSegment[]) => CivilDate {
  const localDateOf = localDates(timeZone)
  return (text, path) => {
    const instant = typeof text === 'string' ? instantOf(text) : Number.NaN
    if (Number.isNaN(instant)) refuse('alerts/effect-argument', path, 'RFC 3339 instant', text)
    return localDateOf(instant)
  }
}

/** The sample that comes first in an order of days; two on the same day are told apart by nobody. */
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
  const suggestion = typeof id === 'string' ? nearestName(id, ids) : undefined
  return refuseEffect({
    code: 'alerts/effect-unknown-sample',
    path: [name],
    expected: alternatives(ids),
    received: excerptOf(id),
    ...(suggestion !== undefined && { suggestion }),
  })
}

function checkSamples(samples: readonly DatedSample[]): void {
  if (!Array.isArray(samples)) refuse('alerts/effect-argument', ['samples'], 'list', samples)
  const ids = new Set<string>()
  for (const [index, sample] of samples.entries()) {
    const path = ['samples', index]
    if (typeof sample !== 'object' || sample === null) refuse('alerts/effect-argument', path, 'object', sample)
    const { id, from, through, purpose } = sample
    if (typeof id !== 'string' || id === '' || ids.has(id))
      refuse('alerts/effect-argument', [...path, 'id'], 'an id that no other sample has', id)
    ids.add(id)
    if (!isDate(from)) refuse('alerts/effect-argument', [...path, 'from'], 'date YYYY-MM-DD', from)
    if (!isDate(through) || through < from)
      refuse('alerts/effect-argument', [...path, 'through'], `date YYYY-MM-DD, not before ${from}`, through)
    if (purpose !== undefined && !PURPOSES.includes(purpose))
      refuse('alerts/effect-argument', [...path, 'purpose'], alternatives(PURPOSES), purpose)
  }
}

function isDate(value: unknown): value is CivilDate {
  return typeof value === 'string' && DATE_PATTERN.test(value) && isCivilDate(value)
}
