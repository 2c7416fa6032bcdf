import type { Interval } from '../../statistics/intervals/interval.js'

export type { Interval }

/**
 * How an interval was found:
 * `census` every call of every stratum was drawn, so that the figure is known;
 * `hypergeometric` exact, one stratum alone;
 * `korn-graubard` exact binomial limits at an effective size;
 * `none-or-all` exact, nothing or all found in several strata;
 * `satterthwaite-t`, `domain-t` a t interval, of all calls or of a part of them;
 * `mover` share that is not zero times mean of the rest;
 * `share-bounds` the share's own limits times the greatest score, where the rest has no spread to go by;
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
 * What a reader has to know beside the figures: `approximate` the confidence is nominal; `heavy-tailed` one call holds
 * over 10 % of the variance; `too-thin` under 10 calls, not to be compared or ranked; `no-spread` all values equal, so
 * that the interval of the mean has no width although calls are unseen.
 */
export type EstimationNote = 'approximate' | 'heavy-tailed' | 'too-thin' | 'no-spread'

/** A figure with what the sample proves about it. */
export interface EstimatedFigure {
  readonly status: 'estimated'
  readonly estimate: number
  readonly interval: Interval
  /** A fraction, 0.95 for 95 %. */
  readonly confidence: number
  readonly method: EstimationMethod
  /** Calls that the figure rests on. */
  readonly n: number
  /** Absent where a single call of an incomplete stratum leaves it unknown. */
  readonly standardError?: number
  readonly degreesOfFreedom?: number
  /** Calls of a simple random sample that would tell as much. */
  readonly effectiveSize?: number
  /** What the design gives before anything is seen; `effectiveSize` is never above it. */
  readonly plannedEffectiveSize?: number
  /** Of scores that can be zeroed: the share that is not zero. */
  readonly share?: Estimate
  /** Of scores that can be zeroed: the mean of those that are not zero. */
  readonly rest?: Estimate
  readonly notes: readonly EstimationNote[]
}

/** Why nothing can be said: no call belongs here, or too few calls to see a spread. */
export type NotEstimableReason = 'no-call' | 'no-degrees-of-freedom' | 'no-spread'

/** The named answer where the sample allows no interval. */
export interface NotEstimable {
  readonly status: 'not-estimable'
  readonly reason: NotEstimableReason
  readonly n: number
  /** What the calls that there are would give; absent where there are none. */
  readonly estimate?: number
  readonly notes: readonly EstimationNote[]
}

/** What the sample says about one figure. Never NaN. */
export type Estimate = EstimatedFigure | NotEstimable

/** What to do with a stratum of which one call was drawn while it holds more; R survey's `survey.lonely.psu`. */
export type SingleCallPolicy = 'certainty' | 'remove' | 'adjust' | 'average'
