import type { Interval } from './interval.js'

/**
 * Computes an interval symmetric on the scale of ln(p / (1 - p)), by the delta method.
 * @param proportion - above 0 and below 1
 * @param quantile - of Student's t or the normal distribution at (1 + confidence) / 2
 */
export function logitInterval(proportion: number, standardError: number, quantile: number): Interval {
  const logit = Math.log(proportion) - Math.log1p(-proportion)
  const reach = (quantile * standardError) / (proportion * (1 - proportion))
  return { lower: 1 / (1 + Math.exp(reach - logit)), upper: 1 / (1 + Math.exp(-reach - logit)) }
}
