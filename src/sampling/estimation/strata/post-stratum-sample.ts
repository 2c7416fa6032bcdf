import type { Bounds } from '../bounds.js'
import type { MeasureKind } from '../measure-kind.js'
import type { EstimationOptions } from './estimation-options.js'

/** The drawn calls of one stratum with the group of each, whose size in the whole month is known. */
export interface PostStratumSample {
  readonly key: string
  /** Calls that the stratum holds, N. */
  readonly size: number
  /** One for each drawn call; null for one that is outside the measure, such as a call that was not scored. */
  readonly values: readonly (number | null)[]
  /** Group of each call, in the same order. */
  readonly labels: readonly string[]
}

/** Options of `estimatePostStratified`. */
export interface PostStratifiedOptions extends EstimationOptions, Bounds {
  readonly kind: MeasureKind
}
