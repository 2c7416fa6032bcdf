import type { SamplingDesign } from '../design/sampling-design.js'
import type { StratumName } from '../design/stratum-key.js'
import type { FrameCounts } from '../frame/frame-counts.js'

/** A stratum with the calls that are measured of it. */
export interface PlannedStratum extends StratumName {
  /** Calls of the frame. */
  readonly N: number
  /** Fewest measured calls by the design. */
  readonly lower: number
  /** Measured calls. */
  readonly n: number
  /** N / n. */
  readonly weight: number
  /** Half the width of the interval of a share in this stratum alone, as a fraction. */
  readonly margin: number
}

/** Strata that have a label or a coverage rule in common. */
export interface PlannedDomain {
  /** The id of the dimension, or `coverage`. */
  readonly dimension: string
  /** The label, or the id of the rule. */
  readonly label: string
  readonly N: number
  readonly n: number
  readonly margin: number
}

/** Number of calls to measure in each stratum, and the precision that they attain. */
export interface SamplePlan {
  readonly design: SamplingDesign
  readonly frame: FrameCounts
  /** Calls of the frame. */
  readonly N: number
  /** Calls by the formula of the design's precision; 0 without one. */
  readonly formulaSize: number
  /** With `minimumTotal`, at most N. */
  readonly base: number
  readonly sumOfLower: number
  /** Measured calls. */
  readonly n: number
  /** Half the width of the interval of a share over the whole frame that this plan attains, as a fraction. */
  readonly margin: number
  readonly confidence: number
  /** The share for which margins are computed, as a fraction. */
  readonly expected: number
  readonly strata: readonly PlannedStratum[]
  readonly domains: readonly PlannedDomain[]
  /** All work by purpose; of what is not measured the most that it can be. */
  readonly work: {
    readonly measure: number
    readonly targeted: readonly { readonly rule: string; readonly atMost: number; readonly unknown: number }[]
    readonly coachingAtMost: number
  }
  /** Agents whose calls in the frame are fewer than the design wants of them. */
  readonly agentsWithTooFew: readonly { readonly agent: string; readonly calls: number; readonly minimum: number }[]
  /** Whether all calls are taken because they are fewer than `minimumTotal`. */
  readonly isTakeAll: boolean
  /** Calls that a sample drawn before has of each stratum, where this plan grows it. */
  readonly minima?: Readonly<Record<string, number>>
  /** The number of measured calls where it was given instead of computed. */
  readonly givenTotal?: number
}

/** Choices that are no part of the design. */
export interface PlanOptions {
  /** A sample drawn before that is to grow: its calls stay in the sample. */
  readonly grow?: { readonly strata: readonly { readonly key: string; readonly n: number }[] }
  /** Measures this many calls; the margin follows from them. */
  readonly total?: number
  /** Measures as many calls as this much work allows. */
  readonly budget?: Budget
}

/** Time available for listening. */
export interface Budget {
  readonly raters: number
  /** Calls that one rater judges in a day. */
  readonly callsPerDay: number
  readonly days: number
}
