import { studentT } from '../../../statistics/distributions/student-t.js'
import { kornGraubardSize } from '../../../statistics/intervals/korn-graubard-size.js'
import type { Estimate, Interval } from '../estimate-result.js'
import type { RatioMean } from '../means/ratio-mean.js'
import { effectiveSizeLimits } from './effective-size-limits.js'

/** Intervals of a stratified rate as R survey's `svyciprop` names them. */
export type SurveyRateMethod = 'beta' | 'logit' | 'xlogit' | 'likelihood' | 'mean'

/** Halvings of a bracket in [0, 1], after which its ends are neighbouring doubles. */
const HALVINGS = 60

/**
 * Computes a rate's interval as R survey does, for comparison with other software. None of them has the ceiling of the
 * planned effective size, so that rare faults in uneven samples get intervals that are far too narrow.
 * @param degreesOfFreedom - calls less strata
 */
export function surveyRate(
  mean: RatioMean,
  degreesOfFreedom: number,
  method: SurveyRateMethod,
  confidence: number,
): Estimate {
  const { n, estimate, variance } = mean
  if (variance === 0) return { status: 'not-estimable', reason: 'no-spread', n, estimate, notes: [] }
  if (degreesOfFreedom < 1) return { status: 'not-estimable', reason: 'no-degrees-of-freedom', n, estimate, notes: [] }
  return {
    status: 'estimated',
    estimate,
    interval: limits(mean, degreesOfFreedom, method, confidence),
    confidence,
    method,
    n,
    standardError: Math.sqrt(variance),
    degreesOfFreedom,
    notes: ['approximate'],
  }
}

function limits(mean: RatioMean, degreesOfFreedom: number, method: SurveyRateMethod, confidence: number): Interval {
  const { n, estimate, variance } = mean
  const t = studentT.quantile((1 + confidence) / 2, degreesOfFreedom)
  const standardError = Math.sqrt(variance)
  const spread = estimate * (1 - estimate)
  switch (method) {
    case 'beta': {
      const share = { proportion: estimate, standardError, sampleSize: n, degreesOfFreedom, confidence }
      return effectiveSizeLimits(estimate, kornGraubardSize(share), confidence)
    }
    case 'mean': {
      const reach = t * standardError
      return { lower: Math.max(0, estimate - reach), upper: Math.min(1, estimate + reach) }
    }
    // R's `logit` fits a logistic regression with a constant alone, whose coefficient and error are these.
    case 'logit':
    case 'xlogit': {
      const centre = Math.log(estimate / (1 - estimate))
      const reach = (t * standardError) / spread
      return { lower: 1 / (1 + Math.exp(reach - centre)), upper: 1 / (1 + Math.exp(-reach - centre)) }
    }
    // Rao and Scott's scaled likelihood ratio; n / (n - 1) is the dispersion that the fit estimates.
    case 'likelihood': {
      const reach = ((t ** 2 * variance) / spread) * (n / (n - 1))
      return { lower: crossing(estimate, reach, 0), upper: crossing(estimate, reach, 1) }
    }
  }
}

/** Finds the point towards `end` at which the deviance from `estimate` is `reach`. */
function crossing(estimate: number, reach: number, end: 0 | 1): number {
  let [inside, outside] = [estimate, end as number]
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (inside + outside) / 2
    const found = estimate * Math.log(estimate / middle)
    const others = (1 - estimate) * Math.log((1 - estimate) / (1 - middle))
    if (2 * (found + others) < reach) inside = middle
    else outside = middle
  }
  return (inside + outside) / 2
}
