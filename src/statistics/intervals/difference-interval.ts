import { checkOpenShare } from '../check-arguments.js'
import { normal } from '../distributions/normal.js'
import { checkTwoSamples, type OneSample, type TwoSamples } from '../tests/two-samples.js'
import { differenceOfIntervals, type EstimateWithLimits } from './difference-of-intervals.js'
import { DEFAULT_CONFIDENCE, type Interval } from './interval.js'
import { wilsonInterval } from './wilson-interval.js'

/** Two samples and the confidence of their comparison. */
export interface DifferenceIntervalInput extends TwoSamples {
  /** Two-sided confidence; 0.95 unless given. */
  readonly confidence?: number
}

/**
 * Computes the confidence interval of the difference of two independent shares, first minus second.
 * Method: 10 of Newcombe (1998), Wilson's intervals combined by square and add; no continuity correction.
 * @param input - `successes` and `trials` of `first` and `second`
 * @returns limits, -1 to 1
 * @throws CallgradeError `statistics/argument` when a count or the confidence is outside its range
 * @example
 * differenceInterval({ first: { successes: 56, trials: 70 }, second: { successes: 48, trials: 80 } })
 * //=> { lower: 0.052431472402365065, upper: 0.333872654036906 }
 */
export function differenceInterval(input: DifferenceIntervalInput): Interval {
  checkTwoSamples(input)
  const confidence = input.confidence ?? DEFAULT_CONFIDENCE
  checkOpenShare('confidence', confidence)
  const z = normal.quantile((1 + confidence) / 2)
  return differenceOfIntervals({ first: withLimits(input.first, z), second: withLimits(input.second, z) })
}

function withLimits({ successes, trials }: OneSample, z: number): EstimateWithLimits {
  const estimate = successes / trials
  const { lower, upper } = wilsonInterval(estimate, trials, z)
  // Rounding may leave a limit at 0 or 1 on the wrong side of the share itself.
  return { estimate, lower: Math.min(lower, estimate), upper: Math.max(upper, estimate) }
}
