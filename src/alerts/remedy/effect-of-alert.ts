import type { CivilDate } from '../../documents/time/civil-date.js'
import { refuse } from '../../issues/refuse.js'
import type { Alert } from '../alert.js'
import { chooseSamples, type RefusedSample, type SampleChoice } from './choose-samples.js'
import type { DatedSample } from './dated-sample.js'
import { type EffectTerms, type RemedyEffect, remedyEffect } from './remedy-effect.js'

/** Options of `effectOfAlert`. */
export interface AlertEffectOptions extends EffectTerms, SampleChoice {}

/** Verdict on the remedy of an alert, and the samples that it rests on. */
export interface AlertEffect extends RemedyEffect {
  /** Sample taken as before; absent where none may be. */
  readonly beforeSample?: ChosenBefore
  /** Id of what was taken as after; absent where there is nothing yet. */
  readonly afterSample?: string
  /** Local date of the remedy, or of the end where none was reported; absent where there was neither. */
  readonly remedyDate?: CivilDate
  /** Samples that were not taken, in the order given. */
  readonly refused: readonly RefusedSample[]
}

/** The sample that was taken as before. */
export interface ChosenBefore {
  readonly id: string
  /** `fresh`: of days after the evidence and before the remedy; `earlier`: ended before the evidence began. */
  readonly is: 'fresh' | 'earlier'
}

/**
 * Decides whether the remedy of an alert worked, by `remedyEffect`. Before is never what raised the alert: that was a bad time
 * because it was chosen for being bad, and the next one is better by itself. Before is the first measure sample of days
 * after the evidence and before the remedy, or else the last one that ended before the evidence began; after is the
 * first of days after the remedy.
 * @param alert - with `remediedAt`, or closed
 * @param samples - of the alert's group and of what it is about, such as the ratings of its item; this is not checked
 * @param options - what is wanted; `timeZone` of the policy
 * @throws CallgradeError as `remedyEffect`; `alerts/effect-unknown-sample`, `alerts/effect-same-days`
 * @example
 * effectOfAlert(
 *   alert, // evidence of 1 to 7 March, remedied on 12 March
 *   [
 *     { id: 'alarm', from: '2026-03-01', through: '2026-03-07', measure: { kind: 'counts', found: 12, judged: 40 } },
 *     { id: 'fresh', from: '2026-03-08', through: '2026-03-11', measure: { kind: 'counts', found: 60, judged: 300 } },
 *     { id: 'later', from: '2026-03-13', through: '2026-03-31', measure: { kind: 'counts', found: 30, judged: 300 } },
 *   ],
 *   { wanted: 'lower', timeZone: 'Asia/Shanghai' },
 * ).beforeSample //=> { id: 'fresh', is: 'fresh' }
 */
export function effectOfAlert(alert: Alert, samples: readonly DatedSample[], options: AlertEffectOptions): AlertEffect {
  if (typeof alert !== 'object' || alert === null) refuse('alerts/effect-argument', ['alert'], 'object', alert)
  if (typeof options !== 'object' || options === null) refuse('alerts/effect-argument', ['options'], 'object', options)
  const { before, beforeIs, after, remedyDate, refused } = chooseSamples(alert, samples, options)
  const { wanted, leastImprovement, confidence, power } = options
  const effect = remedyEffect({
    wanted,
    ...(leastImprovement !== undefined && { leastImprovement }),
    ...(confidence !== undefined && { confidence }),
    ...(power !== undefined && { power }),
    ...(before && { before: before.measure }),
    ...(after && { after: after.measure }),
  })
  return {
    ...effect,
    reason: effect.reason === 'no-after' && remedyDate === undefined ? 'no-remedy' : effect.reason,
    ...(before && beforeIs && { beforeSample: { id: before.id, is: beforeIs } }),
    ...(after && { afterSample: after.id }),
    ...(remedyDate !== undefined && { remedyDate }),
    refused,
  }
}
