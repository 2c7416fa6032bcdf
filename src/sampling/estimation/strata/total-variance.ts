import type { SingleCallPolicy } from '../estimate-result.js'

/** Contribution of one stratum to the variance of a weighted total. */
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

/** A stratum that adds nothing. */
export const NO_TERM: VarianceTerm = { size: 1, drawn: 1, squares: 0, largest: 0, sum: 0 }

/** The variance of a weighted total and how far it can be trusted. */
export interface TotalVariance {
  readonly variance: number
  /** Satterthwaite's degrees of freedom (Cochran 1977, eq. 5.16); 0 where no stratum shows a spread. */
  readonly degreesOfFreedom: number
  /** Greatest share of one call in the variance, 0 to 1. */
  readonly heaviest: number
}

/**
 * Computes the variance of the sum of N_h times the mean of stratum h, with finite-population correction.
 * Method: Cochran 1977, eq. 5.12; single-call strata as R survey's `survey.lonely.psu`.
 * @param count - of strata
 * @param termOf - the term of each; may be the same object every time, since nothing of it is kept
 */
export function totalVariance(
  count: number,
  termOf: (index: number) => VarianceTerm,
  policy: SingleCallPolicy | undefined,
): TotalVariance {
  const parts: number[] = []
  const degrees: number[] = []
  let single = 0
  let variance = 0
  let heaviest = 0
  for (let index = 0; index < count; index++) {
    const { size, drawn, squares, largest, sum } = termOf(index)
    if (drawn >= size) continue
    const unseen = (size - drawn) / size
    if (drawn === 1) single++
    if (drawn === 1 && policy !== 'adjust') continue
    const factor = drawn === 1 ? unseen * size * size : (size / drawn) * (size / (drawn - 1)) * unseen
    const part = factor * (drawn === 1 ? sum ** 2 : squares)
    parts.push(part)
    degrees.push(Math.max(1, drawn - 1))
    variance += part
    heaviest = Math.max(heaviest, drawn === 1 ? part : factor * largest)
  }
  if (variance === 0) return { variance: 0, degreesOfFreedom: 0, heaviest: 0 }
  // As shares, whose squares neither vanish nor overflow.
  let fourth = 0
  for (let index = 0; index < parts.length; index++)
    fourth += ((parts[index] ?? 0) / variance) ** 2 / (degrees[index] ?? 1)
  const others = count - single
  return {
    variance: policy === 'average' && others > 0 ? (variance * count) / others : variance,
    degreesOfFreedom: 1 / fourth,
    heaviest: Math.min(1, heaviest / variance),
  }
}
