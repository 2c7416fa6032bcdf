import { least, multiply, type Rational, rational, rationalOf, subtract } from '../../exact/rational.js'
import type { DeductionItem, Fault } from './format.js'

/** Points that one fault took. */
export interface FaultLoss {
  readonly fault: Fault
  /** Occurrences found. */
  readonly count: number
  /** Occurrences that cost points. */
  readonly counted: number
  readonly lost: Rational
  /** Points for which nothing was left. */
  readonly excess: Rational
}

/** What each fault took, in the rubric's order, each its points while any are left. */
export function faultLosses(
  { base, faults }: DeductionItem,
  counts: ReadonlyMap<string, number>,
): readonly FaultLoss[] {
  let left = rationalOf(base)
  return faults
    .filter(({ id }) => counts.has(id))
    .map((fault) => {
      const count = counts.get(fault.id) ?? 0
      const counted = Math.min(count, fault.maximumCount ?? count)
      const cost = multiply(rationalOf(fault.points), rational(BigInt(counted)))
      const lost = least(cost, left)
      left = subtract(left, lost)
      return { fault, count, counted, lost, excess: subtract(cost, lost) }
    })
}
