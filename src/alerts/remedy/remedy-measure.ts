import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { refuse } from '../../issues/refuse.js'
import type { EstimationNote, NotEstimable, SingleCallPolicy } from '../../sampling/estimation/estimate-result.js'
import {
  estimateRateFromCounts,
  type FoundInStratum,
} from '../../sampling/estimation/rates/estimate-rate-from-counts.js'
import type { Interval } from '../../statistics/intervals/interval.js'
import { proportionInterval } from '../../statistics/intervals/proportion-interval.js'
import type { OneSample } from '../../statistics/tests/two-samples.js'

/** What a measure sample showed: one of the two sides of "did it work". */
export type EffectMeasure = CountedShare | StratifiedShare | EstimatedShareMeasure | EstimatedMeanMeasure

/** A share in a simple random sample: calls found wrong, complaints, satisfied customers. */
export interface CountedShare {
  readonly kind: 'counts'
  /** 0 to `judged`. */
  readonly found: number
  /** 1 or more. */
  readonly judged: number
}

/** A share in a stratified sample. */
export interface StratifiedShare {
  readonly kind: 'strata'
  /** Of each its calls (`size`), those drawn, and those of them with the trait. */
  readonly strata: readonly FoundInStratum[]
  /** For strata with one drawn call of several; without it such a stratum is an error. */
  readonly singleCall?: SingleCallPolicy
}

/** A share that was estimated before, as by `estimateRate` or `estimateValues`. */
export interface EstimatedShareMeasure {
  readonly kind: 'rate'
  readonly figure: FigureWithInterval | NotEstimable
}

/** A mean that was estimated before, such as of scores by `estimate` or of satisfaction. */
export interface EstimatedMeanMeasure {
  readonly kind: 'mean'
  readonly figure: FigureWithInterval | NotEstimable
}

/** A figure with an interval of its own; every estimate of `callgrade/sampling` is one. */
export interface FigureWithInterval {
  readonly estimate: number
  readonly interval: Interval
  /** A fraction, that of the comparison. */
  readonly confidence: number
  /** Calls that the figure rests on. */
  readonly n: number
  readonly notes?: readonly EstimationNote[]
}

/** One side of the comparison, whatever it was made of. */
export interface EffectSide extends Interval {
  readonly kind: 'side'
  readonly estimate: number
  readonly n: number
  readonly unit: EffectUnit
  /** Only of a simple sample: what Fisher's test takes. */
  readonly counts?: OneSample
  readonly notes: readonly EstimationNote[]
}

/** Shares compare with shares, means with means. */
export type EffectUnit = 'share' | 'mean'

/** A side that says nothing, and why. */
export interface SilentSide {
  readonly kind: 'silent'
  readonly unit: EffectUnit
  readonly reason: 'not-estimable' | 'too-thin' | 'no-spread'
}

/** Refuses an argument of this part. */
export function refuseEffect(draft: IssueDraft): never {
  throw new CallgradeError([issueOf(draft, undefined)])
}

/**
 * The figure of a measure with its interval.
 * @param path - where the measure stands in the call
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
  // What is left has an interval: the type of `not-estimable` is gone, which `in` cannot tell the compiler.
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
