import { dateOfDay, wallTimeAt } from '../calendar/zoned-time.js'
import type { CivilDate } from '../documents/dates.js'
import { isCivilDate } from '../documents/dates.js'
import { instantOf } from '../documents/local-date.js'
import type { Alert } from './alert.js'
import { type RemedyEffect, type RemedyMeasure, type RemedyOptions, remedyEffect } from './remedy-effect.js'
import { refuseArgument } from './wrong-call.js'

/** A measure of the group of an alert, from calls of these local dates, drawn without regard to the alert. */
export interface DatedMeasure {
  readonly from: CivilDate
  readonly through: CivilDate
  readonly measure: RemedyMeasure
}

/** Why a sample is neither the one before nor the one after. */
export type RefusalOfSample = 'window-that-fired' | 'during-the-remedy' | 'not-chosen'

/** Whether the remedy of an alert worked, and by which samples. */
export type EffectOfAlert =
  | (RemedyEffect & {
      readonly before: DatedMeasure
      readonly after: DatedMeasure
      readonly left: readonly LeftSample[]
    })
  | {
      readonly answer: 'not enough data'
      /** `no-remedy`: none was reported; `no-before`, `no-after`: no sample of then. */
      readonly reason: 'no-remedy' | 'no-before' | 'no-after'
      readonly left: readonly LeftSample[]
    }

/** A sample that was not used. */
export interface LeftSample {
  readonly from: CivilDate
  readonly through: CivilDate
  readonly reason: RefusalOfSample
}

const DAY = 86_400_000

/**
 * Chooses which samples say whether the remedy of an alert worked, and judges it by them.
 * Before: the last sample of the days between the alert and its remedy; else the last one that ended before the window
 * that raised the alert began. Never that window: it was chosen for being bad, and the next is better without any remedy.
 * After: the first sample that began after the day of the remedy.
 * @param alert - with `remediedAt`, or closed
 * @param samples - in any order
 * @param options - as for `remedyEffect`, and the policy's `timeZone`, UTC where absent
 * @throws CallgradeError `alerts/argument` for a sample that ends before it begins
 * @example
 * effectOfAlert(alert, [february, april], { timeZone: 'Asia/Shanghai' }).answer //=> 'worked'
 */
export function effectOfAlert(
  alert: Alert,
  samples: readonly DatedMeasure[],
  options: RemedyOptions & { readonly timeZone?: string } = {},
): EffectOfAlert {
  for (const [index, { from, through }] of samples.entries())
    if (!(isCivilDate(from) && isCivilDate(through) && from <= through))
      refuseArgument(['samples', index], 'from <= through', { from, through })
  const { timeZone = 'UTC' } = options
  const dateOf = (instant: string): CivilDate => dateOfDay(Math.floor(wallTimeAt(instantOf(instant), timeZone) / DAY))
  const remedied = alert.remediedAt ?? (alert.state === 'closed' ? alert.endedAt : undefined)
  const ordered = [...samples].sort((a, b) => (a.from < b.from ? -1 : 1))
  if (remedied === undefined)
    return { answer: 'not enough data', reason: 'no-remedy', left: ordered.map((sample) => left(sample, 'not-chosen')) }
  const fired = firedDays(alert, dateOf)
  const remedy = dateOf(remedied)
  const fresh = ordered.filter(({ from, through }) => from > fired.through && through < remedy)
  const earlier = ordered.filter(({ through }) => through < fired.from)
  const before = fresh.at(-1) ?? earlier.at(-1)
  const after = ordered.find(({ from }) => from > remedy)
  const unused = ordered
    .filter((sample) => sample !== before && sample !== after)
    .map((sample) => {
      const overlaps = sample.from <= fired.through && sample.through >= fired.from
      const isDuring = !overlaps && sample.from <= remedy && sample.through >= remedy
      return left(sample, overlaps ? 'window-that-fired' : isDuring ? 'during-the-remedy' : 'not-chosen')
    })
  if (!before) return { answer: 'not enough data', reason: 'no-before', left: unused }
  if (!after) return { answer: 'not enough data', reason: 'no-after', left: unused }
  return { ...remedyEffect({ before: before.measure, after: after.measure }, options), before, after, left: unused }
}

function left({ from, through }: DatedMeasure, reason: RefusalOfSample): LeftSample {
  return { from, through, reason }
}

/** The days of what raised the alert: its window, else the day of the raising alone. */
function firedDays(
  { evidence: { window }, raisedAt }: Alert,
  dateOf: (instant: string) => CivilDate,
): { readonly from: CivilDate; readonly through: CivilDate } {
  const raised = dateOf(raisedAt)
  if (window === undefined) return { from: raised, through: raised }
  if ('from' in window) return { from: window.from, through: window.through }
  return { from: dateOf(window.after), through: dateOf(window.through) }
}
