import { agentMean } from './agent-mean.js'
import { expectedValue } from './estimate-mean.js'
import type { Estimate } from './estimate-result.js'
import { type Bounds, meanInterval } from './mean-interval.js'
import { domainRate } from './rate-of-strata.js'
import { ratioMean } from './ratio-mean.js'
import { CONFIDENCE, checkStrata, type DomainStratum, type EstimationOptions } from './strata.js'
import { momentsOf } from './stratum-moments.js'
import { type Scope, zeroableMean } from './zeroable-mean.js'

/** What the values of a measure are: 0 or 1, numbers, or scores from 0 on of which vetoes make some 0. */
export type MeasureKind = 'rate' | 'mean' | 'zeroable-mean'

/** Options of a domain's figure. */
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

/**
 * The mean or rate of the calls of a domain, such as an agent's, whose number in each stratum is not known.
 * Method: ratio mean by linearisation (Särndal, Swensson and Wretman 1992, 5.8); rates by exact limits at the effective
 * size, at most Kish's, as is an agent's mean; scores as `estimateZeroableMean`.
 * @param strata - those of the domain suffice; `drawn` counts all calls drawn from the stratum
 * @returns `not-estimable` with `no-call` where the domain has no drawn call
 * @throws CallgradeError `sampling/argument`, `sampling/single-call-stratum`
 * @example
 * estimateDomain([{ key: 'sales', size: 50, drawn: 5, values: [1, 1, 0] }], { kind: 'rate', of: 'agent' }).notes
 * //=> ['too-thin']
 */
export function estimateDomain(strata: readonly DomainStratum[], options: DomainOptions): Estimate {
  const { kind, minimum = kind === 'mean' ? Number.NEGATIVE_INFINITY : 0, maximum = Infinity } = options
  if (kind === 'rate') checkStrata(strata, options, '0 or 1', (value) => value === 0 || value === 1)
  else checkStrata(strata, options, expectedValue(options), (value) => value >= minimum && value <= maximum)
  return domainFigure(strata, options)
}

/** As `estimateDomain`, on what was checked. */
export function domainFigure(strata: readonly DomainStratum[], options: DomainOptions): Estimate {
  return markThin(figureOf(strata, options), options.of ?? 'domain')
}

/** An agent's figure, marked where it rests on too few calls to be compared with others. */
export function markThin(found: Estimate, scope: Scope): Estimate {
  return scope === 'agent' && found.n < THIN_CALLS ? { ...found, notes: [...found.notes, 'too-thin'] } : found
}

function figureOf(strata: readonly DomainStratum[], options: DomainOptions): Estimate {
  const { kind, of: scope = 'domain', confidence = CONFIDENCE, singleCall, maximum } = options
  if (kind === 'zeroable-mean') return zeroableMean(strata, scope, confidence, maximum, singleCall)
  const moments = strata.map(momentsOf)
  const mean = ratioMean(moments, singleCall)
  if (mean === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  if (kind === 'rate') return domainRate(mean, confidence)
  if (scope === 'agent') return meanInterval(agentMean(moments, mean), mean.n - 1, 'domain-t', confidence, options)
  return meanInterval(mean, mean.degreesOfFreedomWithin, 'domain-t', confidence, options)
}
