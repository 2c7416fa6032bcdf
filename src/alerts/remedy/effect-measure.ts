import type { EstimationNote, NotEstimable, SingleCallPolicy } from '../../sampling/estimation/estimate-result.js'
import type { FoundInStratum } from '../../sampling/estimation/rates/estimate-rate-from-counts.js'
import type { Interval } from '../../statistics/intervals/interval.js'

/** Result of a measure sample: one of the two sides of the comparison. */
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
  /** Strata, each with its calls (`size`), those drawn, and those of them with the trait. */
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
