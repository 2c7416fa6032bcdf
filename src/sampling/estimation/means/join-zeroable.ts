import { clipped } from '../bounds.js'
import type { Estimate } from '../estimate-result.js'
import { meanInterval } from './mean-interval.js'
import type { RatioMean } from './ratio-mean.js'

/** The two factors of a mean of scores that can be zeroed. */
export interface ZeroableParts {
  /** Mean of all scores, zeros included. */
  readonly plain: RatioMean
  readonly share: Estimate
  /** Mean of the scores that are not zero; absent where all are. */
  readonly rest: RatioMean | undefined
  /** Degrees of freedom of `rest`. */
  readonly degreesOfFreedom: number
}

/**
 * Multiplies the share that is not zero by the mean of the rest, with the interval of the product.
 * Method: MOVER (Zou and Donner 2008) on the first-order variance of a product, from the limits of both factors.
 */
export function joinZeroable(parts: ZeroableParts, confidence: number, maximum: number | undefined): Estimate {
  const { plain, share, rest, degreesOfFreedom } = parts
  const { n, estimate, variance } = plain
  if (share.status === 'not-estimable') return { ...share, n, estimate }
  const bounds = { minimum: 0, ...(maximum !== undefined && { maximum }) }
  const common = {
    status: 'estimated',
    estimate,
    confidence,
    n,
    standardError: Math.sqrt(variance),
    share,
  } as const
  const mean = rest === undefined ? undefined : meanInterval(rest, degreesOfFreedom, 'domain-t', confidence, {})
  if (rest === undefined || mean?.status !== 'estimated') {
    // The spread of the rest is unknown, but no score is over the maximum.
    if (maximum === undefined)
      return { status: 'not-estimable', reason: 'no-degrees-of-freedom', n, estimate, notes: [] }
    const interval = { lower: 0, upper: share.interval.upper * maximum }
    return { ...common, interval, method: 'share-bounds', notes: [] }
  }
  const reach = (shareReach: number, meanReach: number) =>
    Math.hypot(shareReach * rest.estimate, meanReach * share.estimate)
  const interval = {
    lower: estimate - reach(share.estimate - share.interval.lower, rest.estimate - mean.interval.lower),
    upper: estimate + reach(share.interval.upper - share.estimate, mean.interval.upper - rest.estimate),
  }
  return {
    ...common,
    interval: clipped(interval, bounds),
    method: 'mover',
    degreesOfFreedom,
    rest: mean,
    notes: mean.notes.filter((note) => note !== 'approximate'),
  }
}
