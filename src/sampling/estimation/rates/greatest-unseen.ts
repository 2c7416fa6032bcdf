import { sum } from '../../../statistics/sum.js'
/** Calls of one stratum, drawn and in all. */
export interface DrawnStratum {
  /** Calls that the stratum holds, N. */
  readonly size: number
  /** Calls drawn from it, n. */
  readonly drawn: number
}

/** Rounding of the sums of logarithms, to the side that leaves the limit wider. */
const ROUNDING = 1e-10

/** Halvings of the threshold, which leave no doubles between its bounds. */
const HALVINGS = 64

/**
 * Computes the most calls that can have a trait that no call of the sample shows: the greatest sum of K_h for which the
 * probability of seeing none, the product of C(N_h - K_h, n_h) / C(N_h, n_h), is at least `probability`.
 *
 * Method: one call more in stratum h multiplies that probability by 1 - n_h / (N_h - K_h), a loss that grows with K_h.
 * The K least losses of all strata together are therefore those of an allowed allocation, and no other K calls lose
 * less: greedy is exact. A threshold on n_h / (N_h - K_h) finds nearly all of them at once. O(n log N).
 * @param strata - 1 <= drawn <= size
 * @param probability - between 0 and 1
 * @returns a whole number from 0 to the number of undrawn calls
 * @example
 * greatestUnseen([{ size: 1000, drawn: 60 }, { size: 200, drawn: 20 }], 0.025) //=> 57
 */
export function greatestUnseen(strata: readonly DrawnStratum[], probability: number): number {
  const open = strata.filter(({ size, drawn }) => drawn < size)
  const limit = Math.log(probability) - ROUNDING
  let low = 0
  let high = 1
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high || countUnder(open, high) - countUnder(open, low) <= 1) break
    if (logNone(open, middle, limit) >= limit) low = middle
    else high = middle
  }
  // Between the bounds there is one loss left, or several equal ones.
  const left = open.flatMap((stratum) => {
    const { size, drawn } = stratum
    const first = hiddenUnder(stratum, low)
    const count = hiddenUnder(stratum, high) - first
    return Array.from({ length: count }, (_, index) => drawn / (size - first - index))
  })
  let total = countUnder(open, low)
  let log = logNone(open, low, Number.NEGATIVE_INFINITY)
  for (const loss of left.sort((one, other) => one - other)) {
    log += Math.log1p(-loss)
    if (log < limit) break
    total++
  }
  return total
}

/** Computes the number of calls of a stratum that can be hidden at a loss of at most `threshold` each. */
function hiddenUnder({ size, drawn }: DrawnStratum, threshold: number): number {
  if (threshold < drawn / size) return 0
  return Math.min(size - drawn, Math.floor(size - drawn / threshold) + 1)
}

function countUnder(strata: readonly DrawnStratum[], threshold: number): number {
  return sum(strata, (stratum) => hiddenUnder(stratum, threshold))
}

/** Computes the logarithm of the probability of seeing none; stops below `floor`, where the rest does not matter. */
function logNone(strata: readonly DrawnStratum[], threshold: number, floor: number): number {
  let log = 0
  for (const stratum of strata) {
    const { size, drawn } = stratum
    const hidden = hiddenUnder(stratum, threshold)
    // C(N - K, n) / C(N, n) is the same with K and n exchanged: the shorter product is taken.
    const [many, few] = drawn > hidden ? [drawn, hidden] : [hidden, drawn]
    for (let index = 0; index < few; index++) log += Math.log1p(-many / (size - index))
    if (log < floor) return log
  }
  return log
}
