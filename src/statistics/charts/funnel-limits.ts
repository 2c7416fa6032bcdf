import { checkOpenShare, checkWhole } from '../check-arguments.js'
import { binomial } from '../distributions/binomial.js'

/** Limits of a share for each probability. */
export interface FunnelLimit {
  readonly probability: number
  /** Interpolated; above 1 or below 0 it may not be observed. A share strictly beyond it is unusual. */
  readonly limit: number
  /** The quantile itself over the calls: the limits as a whole number of calls can be. */
  readonly quantile: number
}

/**
 * Computes the limits of a funnel plot: agents or teams side by side, each with as many calls as it has.
 * Method: exact binomial quantiles, interpolated so that the limits do not jump (Spiegelhalter 2005, Statistics in
 * Medicine 24:1185, appendix A.1.1): with r the quantile, (r - (P(X <= r) - p) / P(X = r)) / n.
 * @param input - `trials` calls; `target` share over 0 and under 1; `probabilities`, .001, .025, .975 and .999 where absent
 * @throws CallgradeError `statistics/argument` when one of them is outside its range
 * @example
 * funnelLimits({ trials: 20, target: 0.9, probabilities: [0.025] })[0]?.limit //=> 0.7215323929700757
 */
export function funnelLimits({
  trials,
  target,
  probabilities = [0.001, 0.025, 0.975, 0.999],
}: {
  readonly trials: number
  readonly target: number
  readonly probabilities?: readonly number[]
}): readonly FunnelLimit[] {
  checkWhole('trials', trials, 1)
  checkOpenShare('target', target)
  return probabilities.map((probability, index) => {
    checkOpenShare(`probabilities[${index}]`, probability)
    const r = binomial.quantile(probability, trials, target)
    const excess = (binomial.cdf(r, trials, target) - probability) / binomial.probability(r, trials, target)
    return { probability, limit: (r - excess) / trials, quantile: r / trials }
  })
}
