import type { Estimate } from '../estimate-result.js'
import { type RatioMean, ratioMean } from '../means/ratio-mean.js'
import { CONFIDENCE } from '../strata/estimation-options.js'
import type { StratumMoments } from '../strata/stratum-moments.js'
import type { RateOptions } from './rate-options.js'
import { surveyRate } from './survey-rate.js'
import { totalRate } from './total-rate.js'

export function rateByMethod(strata: readonly StratumMoments[], options: RateOptions): Estimate {
  const { confidence = CONFIDENCE, method = 'exact', singleCall } = options
  const mean: RatioMean | undefined = ratioMean(strata, singleCall)
  if (mean === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  if (method === 'exact') return totalRate(strata, mean, confidence)
  return surveyRate(mean, mean.n - strata.length, method, confidence)
}
