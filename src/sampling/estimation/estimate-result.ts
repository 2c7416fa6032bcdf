import type { Interval } from '../../statistics/intervals/interval.js'

export type { Interval }

/**
 * Method of an interval:
 * `census` every call of every stratum was drawn, so that the value is known;
 * `hypergeometric` exact, one stratum alone;
 * `korn-graubard` exact binomial limits at an effective size;
 * `none-or-all` exact, nothing or all found in several strata;
 * `satterthwaite-t`, `domain-t` a t interval, of all calls or of a part of them;
 * `mover` share that is not zero times mean of the rest;
 * `share-bounds` the share's own limits times the greatest score, where the spread of the rest is unknown;
 * the others as R survey's `svyciprop` names them.
 */
export type EstimationMethod =
  | 'census'
  | 'hypergeometric'
  | 'korn-graubard'
  | 'none-or-all'
  | 'satterthwaite-t'
  | 'domain-t'
  | 'mover'
  | 'share-bounds'
  | 'beta'
  | 'logit'
  | 'xlogit'
  | 'likelihood'
  | 'mean'

/**
 * Notes for readers: `approximate` the confidence is nominal; `heavy-tailed` one call holds
 * over 10 % of the variance; `too-thin` under 10 calls, not to be compared or ranked; `no-spread` all values equal, so
 * that the interval of the mean has no width although calls are unseen.
 */
export type EstimationNote = 'approximate' | 'heavy-tailed' | 'too-thin' | 'no-spread'

/** An estimated value with its interval. */
export interface EstimatedFigure {
  readonly status: 'estimated'
  readonly estimate: number
  readonly interval: Interval
  /** A fraction, 0.95 for 95 %. */
  readonly confidence: number
  readonly method: EstimationMethod
  /** Calls that the estimate rests on. */
  readonly n: number
  /** Absent where a single call of an incomplete stratum leaves it unknown. */
  readonly standardError?: number
  readonly degreesOfFreedom?: number
  /** Calls of a simple random sample with the same precision. */
  readonly effectiveSize?: number
  /** Effective size by the design alone; `effectiveSize` is never above it. */
  readonly plannedEffectiveSize?: number
  /** Share of scores that are not zero; only of scores that can be zeroed. */
  readonly share?: Estimate
  /** Mean of the scores that are not zero; only of scores that can be zeroed. */
  readonly rest?: Estimate
  readonly notes: readonly EstimationNote[]
}

/** Reason why there is no estimate: no call belongs here, or too few calls to see a spread. */
export type NotEstimableReason = 'no-call' | 'no-degrees-of-freedom' | 'no-spread'

/** The named answer where the sample allows no interval. */
export interface NotEstimable {
  readonly status: 'not-estimable'
  readonly reason: NotEstimableReason
  readonly n: number
  /** Estimate from the calls that there are; absent where there are none. */
  readonly estimate?: number
  readonly notes: readonly EstimationNote[]
}

/** An estimate, or the reason why there is none. Never NaN. */
export type Estimate = EstimatedFigure | NotEstimable

/** Treatment of a stratum with one drawn call that holds more; R survey's `survey.lonely.psu`. */
export type SingleCallPolicy = 'certainty' | 'remove' | 'adjust' | 'average'
