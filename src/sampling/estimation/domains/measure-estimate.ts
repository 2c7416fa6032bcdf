import type { Bounds } from '../bounds.js'
import type { Estimate } from '../estimate-result.js'
import { ratioMean } from '../means/ratio-mean.js'
import { totalMean } from '../means/total-mean.js'
import { zeroableMean } from '../means/zeroable-mean.js'
import type { MeasureKind } from '../measure-kind.js'
import { domainRate } from '../rates/domain-rate.js'
import { totalRate } from '../rates/total-rate.js'
import type { Scope } from '../scope.js'
import { CONFIDENCE, type EstimationOptions } from '../strata/estimation-options.js'
import { momentsOf, type StratumMoments } from '../strata/stratum-moments.js'
import type { DomainStratum } from '../strata/stratum-sample.js'
import { domainEstimate, markThin } from './domain-estimate.js'

/** Kind of a measure and the calls that it is estimated for. */
export interface MeasureEstimateOptions extends EstimationOptions, Bounds {
  readonly kind: MeasureKind
  readonly of: Scope
}

/**
 * Estimates a measure of a total, a domain or an agent, on checked strata. A total is a domain where some of its calls
 * are outside the measure, such as calls that were not scored.
 */
export function measureEstimate(strata: readonly DomainStratum[], options: MeasureEstimateOptions): Estimate {
  const { kind, of: scope, confidence = CONFIDENCE, maximum, singleCall, ...bounds } = options
  if (scope !== 'total') return domainEstimate(strata, { ...options, of: scope })
  if (strata.some(({ drawn, values }) => values.length < drawn))
    return domainEstimate(strata, { ...options, of: 'domain' })
  if (kind === 'zeroable-mean') return zeroableMean(strata, 'total', confidence, maximum, singleCall)
  const moments = strata.map(momentsOf)
  const mean = ratioMean(moments, singleCall)
  if (mean === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  if (kind === 'rate') return totalRate(moments, mean, confidence)
  return totalMean(moments, mean, confidence, { ...bounds, ...(maximum !== undefined && { maximum }) })
}

/** Estimates a rate like `measureEstimate`, from counts: a report has many rates of many agents. */
export function rateMeasureEstimate(
  strata: readonly StratumMoments[],
  options: Omit<MeasureEstimateOptions, 'kind'>,
): Estimate {
  const { of: scope, confidence = CONFIDENCE, singleCall } = options
  const mean = ratioMean(strata, singleCall)
  if (mean === undefined) return markThin({ status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }, scope)
  const isTotal = scope === 'total' && strata.every(({ drawn, count }) => count === drawn)
  return markThin(isTotal ? totalRate(strata, mean, confidence) : domainRate(mean, confidence), scope)
}
