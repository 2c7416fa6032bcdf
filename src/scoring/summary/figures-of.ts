import { toNumber } from '../../rubric/exact/rational.js'
import type { GroupSummary, Moments } from './summary.js'

/** Mean, spread and rates of a group. Absent where nothing was scored. */
export interface GroupFigures {
  /** Mean of the rounded scores, zeros by vetoes included. */
  readonly mean?: number
  /** Sample standard deviation of the scores; from two scores up. */
  readonly standardDeviation?: number
  readonly meanRawScore?: number
  /** Qualified of the evaluations with a verdict, 0 to 1. */
  readonly passRate?: number
  /** Evaluations with a veto, of all, 0 to 1. */
  readonly vetoRate?: number
}

/**
 * Computes mean, spread and rates of a group; each is rounded to a double once.
 * @param group - one of the groups of `summarise` or `mergeSummaries`
 * @returns scores in points of 0 to 100, rates as fractions of 0 to 1
 */
export function figuresOf(group: GroupSummary): GroupFigures {
  const { score, rawScore, qualified, unqualified } = group
  const judged = qualified + unqualified
  return {
    ...(score.count > 0 && { mean: meanOf(score), meanRawScore: meanOf(rawScore) }),
    ...(score.count > 1 && { standardDeviation: standardDeviationOf(score) }),
    ...(judged > 0 && { passRate: qualified / judged }),
    ...(group.evaluations > 0 && { vetoRate: group.vetoed / group.evaluations }),
  }
}

/**
 * Computes the mean of summed values, rounded to a double once.
 * @param moments - with a count over 0; sums in whole millionths
 * @example
 * meanOf({ count: 2, sum: '150000000', sumOfSquares: '11250000000000000' }) //=> 75
 */
export function meanOf({ count, sum }: Moments): number {
  return quotient(BigInt(sum), BigInt(count) * MILLION)
}

function standardDeviationOf({ count, sum, sumOfSquares }: Moments): number {
  const n = BigInt(count)
  const spread = n * BigInt(sumOfSquares) - BigInt(sum) ** 2n
  return Math.sqrt(quotient(spread, n * (n - 1n) * MILLION * MILLION))
}

/** Sums are in millionths. */
const MILLION = 1_000_000n

/**
 * Computes the quotient of whole numbers as a double: the nearest where both are whole doubles, as they nearly always
 * are.
 */
function quotient(numerator: bigint, denominator: bigint): number {
  if (numerator <= LARGEST_EXACT && denominator <= LARGEST_EXACT) return Number(numerator) / Number(denominator)
  return toNumber({ numerator, denominator })
}

const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER)
