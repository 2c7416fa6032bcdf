import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import { refuse } from '../../issues/refuse.js'
import type { EstimationNote, NotEstimable } from '../../sampling/estimation/estimate-result.js'
import { estimateRateFromCounts } from '../../sampling/estimation/rates/estimate-rate-from-counts.js'
import type { Interval } from '../../statistics/intervals/interval.js'
import { proportionInterval } from '../../statistics/intervals/proportion-interval.js'
import type { OneSample } from '../../statistics/tests/two-samples.js'
import type { CountedShare, EffectMeasure, FigureWithInterval } from './effect-measure.js'
import { refuseEffect } from './refuse-effect.js'

/** One side of the comparison, in the form that all measures share. */
export interface EffectSide extends Interval {
  readonly kind: 'side'
  readonly estimate: number
  readonly n: number
  readonly unit: EffectUnit
  /** Counts for Fisher's test; only of a simple sample. */
  readonly counts?: OneSample
  readonly notes: readonly EstimationNote[]
}

/** Unit of a side: shares compare with shares, means with means. */
export type EffectUnit = 'share' | 'mean'

/** A side without a result, and the reason. */
export interface SilentSide {
  readonly kind: 'silent'
  readonly unit: EffectUnit
  readonly reason: 'not-estimable' | 'too-thin' | 'no-spread'
}

/**
 * Returns the estimate of a measure with its interval.
 * @param path - of the measure in the arguments
 * @throws CallgradeError `alerts/effect-argument`, `alerts/effect-confidence`, `sampling/...` of strata
 */
export function sideOf(
  measure: EffectMeasure,
  path: readonly PathSegment[],
  confidence: number,
): EffectSide | SilentSide {
  if (typeof measure !== 'object' || measure === null || Array.isArray(measure))
    return refuse('alerts/effect-argument', path, 'object', measure)
  switch (measure.kind) {
    case 'counts':
      return countedSide(measure, path, confidence)
    case 'strata': {
      const { strata, singleCall } = measure
      if (!Array.isArray(strata)) return refuse('alerts/effect-argument', [...path, 'strata'], 'list', strata)
      const figure = estimateRateFromCounts(strata, { confidence, ...(singleCall !== undefined && { singleCall }) })
      return figureSide(figure, 'share', [...path, 'strata'], confidence)
    }
    case 'rate':
      return figureSide(measure.figure, 'share', [...path, 'figure'], confidence)
    case 'mean':
      return figureSide(measure.figure, 'mean', [...path, 'figure'], confidence)
    default: {
      const { kind } = measure as { kind?: unknown } // callers without types pass other kinds
      return refuse('alerts/effect-argument', [...path, 'kind'], '"counts" | "strata" | "rate" | "mean"', kind)
    }
  }
}

function countedSide({ found, judged }: CountedShare, path: readonly PathSegment[], confidence: number): EffectSide {
  if (!(Number.isSafeInteger(judged) && judged >= 1))
    refuse('alerts/effect-argument', [...path, 'judged'], 'integer >= 1', judged)
  if (!(Number.isSafeInteger(found) && found >= 0 && found <= judged))
    refuse('alerts/effect-argument', [...path, 'found'], `integer, 0..${judged}`, found)
  const counts = { successes: found, trials: judged }
  const { lower, upper } = proportionInterval({ method: 'wilson', ...counts, confidence })
  const estimate = found / judged
  return {
    kind: 'side',
    estimate,
    // Rounding may leave a limit at 0 or 1 on the wrong side of the share itself.
    lower: Math.min(lower, estimate),
    upper: Math.max(upper, estimate),
    n: judged,
    unit: 'share',
    counts,
    notes: [],
  }
}

function figureSide(
  figure: FigureWithInterval | NotEstimable,
  unit: EffectUnit,
  path: readonly PathSegment[],
  confidence: number,
): EffectSide | SilentSide {
  if (typeof figure !== 'object' || figure === null) return refuse('alerts/effect-argument', path, 'object', figure)
  if ('status' in figure && figure.status === 'not-estimable') return { kind: 'silent', unit, reason: 'not-estimable' }
  // Only figures with an interval are left, which the compiler cannot infer from `in`.
  const { estimate, interval, n, notes = [], confidence: own } = figure as FigureWithInterval
  const [least, greatest] = unit === 'share' ? [0, 1] : [-Number.MAX_VALUE, Number.MAX_VALUE]
  const isWithin = (value: unknown): boolean => typeof value === 'number' && value >= least && value <= greatest
  const expected = unit === 'share' ? '0..1' : 'finite number'
  if (!isWithin(estimate)) refuse('alerts/effect-argument', [...path, 'estimate'], expected, estimate)
  if (typeof interval !== 'object' || interval === null)
    refuse('alerts/effect-argument', [...path, 'interval'], 'object', interval)
  if (!(isWithin(interval.lower) && interval.lower <= estimate))
    refuse('alerts/effect-argument', [...path, 'interval', 'lower'], `<= ${estimate}`, interval.lower)
  if (!(isWithin(interval.upper) && interval.upper >= estimate))
    refuse('alerts/effect-argument', [...path, 'interval', 'upper'], `>= ${estimate}`, interval.upper)
  if (!(Number.isSafeInteger(n) && n >= 1)) refuse('alerts/effect-argument', [...path, 'n'], 'integer >= 1', n)
  if (own !== confidence)
    refuseEffect({
      code: 'alerts/effect-confidence',
      path: [...path, 'confidence'],
      expected: String(confidence),
      received: excerptOf(own),
    })
  // Both mean that the interval is no interval, however narrow it looks.
  if (notes.includes('too-thin')) return { kind: 'silent', unit, reason: 'too-thin' }
  if (notes.includes('no-spread')) return { kind: 'silent', unit, reason: 'no-spread' }
  return { kind: 'side', estimate, lower: interval.lower, upper: interval.upper, n, unit, notes }
}
