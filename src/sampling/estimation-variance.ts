import type { SingleCallPolicy } from './estimation-result.js'

/** What one stratum adds to the variance of a weighted total. */
export interface VarianceTerm {
  readonly size: number
  readonly drawn: number
  /** Sum of squares of the drawn calls' values about their mean. */
  readonly squares: number
  /** Greatest single square in it. */
  readonly largest: number
  /** Sum of the values, whose square `adjust` takes for a single call. */
  readonly sum: number
}

/** The variance of a weighted total and how far it can be trusted. */
export interface TotalVariance {
  readonly variance: number
  /** Satterthwaite's degrees of freedom (Cochran 1977, eq. 5.16); 0 where no stratum shows a spread. */
  readonly degreesOfFreedom: number
  /** Greatest share of one call in the variance, 0 to 1. */
  readonly heaviest: number
}

/**
 * The variance of the sum of N_h times the mean of stratum h, with finite-population correction.
 * Method: Cochran 1977, eq. 5.12; single-call strata as R survey's `survey.lonely.psu`.
 */
export function totalVariance(terms: readonly VarianceTerm[], policy: SingleCallPolicy | undefined): TotalVariance {
  let variance = 0
  let fourth = 0
  let largest = 0
  let single = 0
  for (const { size, drawn, squares, largest: greatest, sum } of terms) {
    if (drawn >= size) continue
    const unseen = (size - drawn) / size
    if (drawn === 1) {
      single++
      if (policy !== 'adjust') continue
      const part = unseen * (size * sum) ** 2
      variance += part
      fourth += part ** 2
      largest = Math.max(largest, part)
      continue
    }
    const factor = (size / drawn) * (size / (drawn - 1)) * unseen
    const part = factor * squares
    variance += part
    fourth += part ** 2 / (drawn - 1)
    largest = Math.max(largest, factor * greatest)
  }
  if (variance === 0) return { variance: 0, degreesOfFreedom: 0, heaviest: 0 }
  const others = terms.length - single
  return {
    variance: policy === 'average' && others > 0 ? (variance * terms.length) / others : variance,
    degreesOfFreedom: variance ** 2 / fourth,
    heaviest: Math.min(1, largest / variance),
  }
}
