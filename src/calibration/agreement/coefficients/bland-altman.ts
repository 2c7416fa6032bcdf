import { studentT } from '../../../statistics/index.js'
import { mean } from '../../../statistics/mean.js'
import { sum } from '../../../statistics/sum.js'
import { type Figure, undefinedFigure } from '../figure.js'
import { coefficientInterval } from './coefficient-interval.js'

/** Differences of two series of scores of the same calls. */
export interface BlandAltman {
  /** Mean of first minus second, with its interval. */
  readonly bias: Figure
  readonly calls: number
  /** Standard deviation of the differences; absent for a single call. */
  readonly standardDeviation?: number
  /** Between which 95 % of differences lie: bias -+ 1.96 standard deviations. */
  readonly limits?: { readonly lower: number; readonly upper: number }
  /** Standard error of each limit, approximately. */
  readonly limitStandardError?: number
  /** Test statistic of no bias. */
  readonly t?: number
  readonly p?: number
}

/** The standard normal quantile that Bland and Altman round to. */
const REACH = 1.96

/**
 * Describes the agreement of two measurements by their differences, which correlation cannot show.
 * Method: Bland and Altman (1986), Lancet i: 307-310.
 * @param first - scores by call; null where missing
 * @param second - of the same calls
 * @example
 * blandAltman([10, 12, 14], [9, 12, 12]).bias //=> { kind: 'value', value: 1, standardError: 0.5773502691896258, ... }
 */
export function blandAltman(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  confidence = 0.95,
): BlandAltman {
  const differences = first.flatMap((score, call) => {
    const other = second[call]
    return score === null || other === null || other === undefined ? [] : [score - other]
  })
  const n = differences.length
  if (n === 0) return { bias: undefinedFigure('nothing-in-common'), calls: 0 }
  const value = mean(differences)
  if (n === 1) return { bias: { kind: 'value', value }, calls: 1 }
  const standardDeviation = Math.sqrt(sum(differences.map((own) => (own - value) ** 2)) / (n - 1))
  const standardError = standardDeviation / Math.sqrt(n)
  const t = standardError > 0 ? value / standardError : undefined
  return {
    bias: {
      kind: 'value',
      value,
      standardError,
      interval: coefficientInterval(value, standardError, n - 1, confidence, Number.POSITIVE_INFINITY),
    },
    calls: n,
    standardDeviation,
    limits: { lower: value - REACH * standardDeviation, upper: value + REACH * standardDeviation },
    limitStandardError: Math.sqrt((3 * standardDeviation ** 2) / n),
    ...(t !== undefined && { t, p: 2 * studentT.survival(Math.abs(t), n - 1) }),
  }
}
