import { domainFigure, type MeasureKind, markThin } from './estimate-domain.js'
import type { Estimate } from './estimate-result.js'
import type { Bounds } from './mean-interval.js'
import { domainRate, totalRate } from './rate-of-strata.js'
import { ratioMean } from './ratio-mean.js'
import { CONFIDENCE, type DomainStratum, type EstimationOptions } from './strata.js'
import { momentsOf, type StratumMoments } from './stratum-moments.js'
import { totalMean } from './total-mean.js'
import { type Scope, zeroableMean } from './zeroable-mean.js'

/** What is measured and of which calls. */
export interface FigureOptions extends EstimationOptions, Bounds {
  readonly kind: MeasureKind
  readonly of: Scope
}

/**
 * A figure of a total, a domain or an agent, on strata that were checked. A total of which some calls are outside the
 * measure, such as calls that were not scored, is a domain.
 */
export function figure(strata: readonly DomainStratum[], options: FigureOptions): Estimate {
  const { kind, of: scope, confidence = CONFIDENCE, maximum, singleCall, ...bounds } = options
  if (scope !== 'total') return domainFigure(strata, { ...options, of: scope })
  if (strata.some(({ drawn, values }) => values.length < drawn))
    return domainFigure(strata, { ...options, of: 'domain' })
  if (kind === 'zeroable-mean') return zeroableMean(strata, 'total', confidence, maximum, singleCall)
  const moments = strata.map(momentsOf)
  const mean = ratioMean(moments, singleCall)
  if (mean === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  if (kind === 'rate') return totalRate(moments, mean, confidence)
  return totalMean(moments, mean, confidence, { ...bounds, ...(maximum !== undefined && { maximum }) })
}

/** As `figure`, of a rate, from counts: reports have many rates of many agents. */
export function rateFigure(strata: readonly StratumMoments[], options: Omit<FigureOptions, 'kind'>): Estimate {
  const { of: scope, confidence = CONFIDENCE, singleCall } = options
  const mean = ratioMean(strata, singleCall)
  if (mean === undefined) return markThin({ status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }, scope)
  const isTotal = scope === 'total' && strata.every(({ drawn, count }) => count === drawn)
  return markThin(isTotal ? totalRate(strata, mean, confidence) : domainRate(mean, confidence), scope)
}
