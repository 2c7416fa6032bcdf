import { agentMean } from './agent-mean.js'
import type { Estimate, SingleCallPolicy } from './estimate-result.js'
import { clipped, meanInterval } from './mean-interval.js'
import { domainRate, totalRate } from './rate-of-strata.js'
import { type RatioMean, ratioMean } from './ratio-mean.js'
import type { DomainStratum } from './strata.js'
import { countMoments, momentsOf, type StratumMoments } from './stratum-moments.js'
import { census } from './total-mean.js'

/** Which calls a figure is about: all, a domain of them, or those of one agent. */
export type Scope = 'total' | 'domain' | 'agent'

/** The two factors of a mean of scores that can be zeroed. */
export interface ZeroableParts {
  /** Of all scores, zeros included. */
  readonly plain: RatioMean
  readonly share: Estimate
  /** Mean of the scores that are not zero; absent where all are. */
  readonly rest: RatioMean | undefined
  /** Of `rest`. */
  readonly degreesOfFreedom: number
}

/** A mean of scores from 0 on, of which some were zeroed, from its strata. */
export function zeroableMean(
  strata: readonly DomainStratum[],
  scope: Scope,
  confidence: number,
  maximum: number | undefined,
  policy: SingleCallPolicy | undefined,
): Estimate {
  const plain = ratioMean(strata.map(momentsOf), policy)
  if (plain === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  if (scope === 'total' && strata.every(({ size, drawn }) => drawn === size))
    return census(plain.n, plain.estimate, confidence)

  const others = strata.map((stratum) => ({ ...stratum, values: stratum.values.filter((value) => value !== 0) }))
  const counts = strata.map(({ size, drawn, values }, index) =>
    countMoments(size, drawn, values.length, others[index]?.values.length ?? 0),
  )
  const moments = others.map(momentsOf)
  const found = ratioMean(moments, policy)
  const rest = found && scope === 'agent' ? agentMean(moments, found) : found
  const degreesOfFreedom = rest === undefined ? 0 : scope === 'agent' ? rest.n - 1 : rest.degreesOfFreedomWithin
  return joinZeroable(
    { plain, share: shareOf(counts, scope, confidence, policy), rest, degreesOfFreedom },
    confidence,
    maximum,
  )
}

/**
 * Share not zero times mean of the rest, with the interval of the product.
 * Method: MOVER (Zou and Donner 2008) on the first-order variance of a product, from the limits of both factors.
 */
export function joinZeroable(parts: ZeroableParts, confidence: number, maximum: number | undefined): Estimate {
  const { plain, share, rest, degreesOfFreedom } = parts
  const { n, estimate, variance } = plain
  if (share.status === 'not-estimable') return { ...share, n, estimate }
  const bounds = { minimum: 0, ...(maximum !== undefined && { maximum }) }
  const figure = {
    status: 'estimated',
    estimate,
    confidence,
    n,
    standardError: Math.sqrt(variance),
    share,
  } as const
  const mean = rest === undefined ? undefined : meanInterval(rest, degreesOfFreedom, 'domain-t', confidence, {})
  if (rest === undefined || mean?.status !== 'estimated') {
    // Nothing tells how far the rest is spread, but no score is over the maximum.
    if (maximum === undefined)
      return { status: 'not-estimable', reason: 'no-degrees-of-freedom', n, estimate, notes: [] }
    const interval = { lower: 0, upper: share.interval.upper * maximum }
    return { ...figure, interval, method: 'share-bounds', notes: [] }
  }
  const reach = (shareReach: number, meanReach: number) =>
    Math.hypot(shareReach * rest.estimate, meanReach * share.estimate)
  const interval = {
    lower: estimate - reach(share.estimate - share.interval.lower, rest.estimate - mean.interval.lower),
    upper: estimate + reach(share.interval.upper - share.estimate, mean.interval.upper - rest.estimate),
  }
  return {
    ...figure,
    interval: clipped(interval, bounds),
    method: 'mover',
    degreesOfFreedom,
    rest: mean,
    notes: mean.notes.filter((note) => note !== 'approximate'),
  }
}

function shareOf(
  counts: readonly StratumMoments[],
  scope: Scope,
  confidence: number,
  policy: SingleCallPolicy | undefined,
): Estimate {
  const mean = ratioMean(counts, policy)
  if (mean === undefined) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  return scope === 'total' ? totalRate(counts, mean, confidence) : domainRate(mean, confidence)
}
