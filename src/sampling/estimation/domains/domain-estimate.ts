import type { Bounds } from '../bounds.js'
import type { Estimate } from '../estimate-result.js'
import { agentMean } from '../means/agent-mean.js'
import { meanInterval } from '../means/mean-interval.js'
import { ratioMean } from '../means/ratio-mean.js'
import { zeroableMean } from '../means/zeroable-mean.js'
import type { MeasureKind } from '../measure-kind.js'
import { domainRate } from '../rates/domain-rate.js'
import type { Scope } from '../scope.js'
import { CONFIDENCE, type EstimationOptions } from '../strata/estimation-options.js'
import { momentsOf } from '../strata/stratum-moments.js'
import type { DomainStratum } from '../strata/stratum-sample.js'

/** Options of `estimateDomain`. */
export interface DomainOptions extends EstimationOptions, Bounds {
  readonly kind: MeasureKind
  /**
   * `agent`: means with n - 1 degrees of freedom, since an agent has one call in many a stratum, and the mark
   * `too-thin` under 10 calls. @defaultValue `domain`
   */
  readonly of?: 'domain' | 'agent'
}

/** With fewer calls an agent is not compared with others. */
const THIN_CALLS = 10

/** Estimates like `estimateDomain`, on checked strata. */
export function domainEstimate(strata: readonly DomainStratum[], options: DomainOptions): Estimate {
  return markThin(estimateOf(strata, options), options.of ?? 'domain')
}

/** Marks an agent's estimate that rests on too few calls to be compared with others. */
export function markThin(found: Estimate, scope: Scope): Estimate {
  return scope === 'agent' && found.n < THIN_CALLS ? { ...found, notes: [...found.notes, 'too-thin'] } : found
}

function estimateOf(strata: readonly DomainStratum[], options: DomainOptions): Estimate {
  const { kind, of: scope = 'domain', confidence = CONFIDENCE, singleCall, maximum } = options
  if (kind === 'zeroable-mean') return zeroableMean(strata, scope, confidence, maximum, singleCall)
  const moments = strata.map(momentsOf)
  const mean = ratioMean(moments, singleCall)
  if (mean === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  if (kind === 'rate') return domainRate(mean, confidence)
  if (scope === 'agent') return meanInterval(agentMean(moments, mean), mean.n - 1, 'domain-t', confidence, options)
  return meanInterval(mean, mean.degreesOfFreedomWithin, 'domain-t', confidence, options)
}
