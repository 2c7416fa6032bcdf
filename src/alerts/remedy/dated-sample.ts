import { type CivilDate, isCivilDate } from '../../documents/time/civil-date.js'
import { DATE_PATTERN } from '../../documents/time/date-pattern.js'
import { alternatives } from '../../issues/alternatives.js'
import { refuse } from '../../issues/refuse.js'
import { PURPOSES, type Purpose } from '../../scoring/evaluation/evaluation.js'
import type { EffectMeasure } from './effect-measure.js'

/** A sample of the alert's group, and the days that its calls are of. */
export interface DatedSample {
  readonly id: string
  /** First and last local date of the calls, not of when they were judged. */
  readonly from: CivilDate
  readonly through: CivilDate
  /** Purpose of the sample; only a measure sample represents all calls. @defaultValue measure */
  readonly purpose?: Purpose
  readonly measure: EffectMeasure
}

export function checkSamples(samples: readonly DatedSample[]): void {
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

export function isDate(value: unknown): value is CivilDate {
  return typeof value === 'string' && DATE_PATTERN.test(value) && isCivilDate(value)
}
