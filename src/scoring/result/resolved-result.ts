import { type Rational, rationalOf } from '../../rubric/exact/rational.js'
import { roundRational } from '../../rubric/exact/round-rational.js'
import type { Band, Rounding, Rubric } from '../../rubric/format/rubric.js'

/** The `result` rules of a rubric with every default filled in. */
export interface ResolvedResult {
  readonly passMark: number
  /** The ceiling of the score. */
  readonly maximum: Rational
  /** The ceiling in units of the last decimal, rounded. */
  readonly maximumUnits: number
  readonly decimals: number
  readonly rounding: Rounding
  readonly notApplicablePolicy: 'siblings' | 'whole'
  /** Units of the last decimal in one point: 10^decimals. */
  readonly unitsPerPoint: number
  /** Best band first. */
  readonly bands: readonly Band[]
}

/** Fills in the defaults of a rubric's `result`. */
export function resolveResult({ result }: Rubric): ResolvedResult {
  const { decimals = 2, rounding = 'half-up', notApplicablePolicy = 'siblings', bands = [] } = result
  const maximum = rationalOf(result.maximum ?? 100)
  return {
    passMark: result.passMark,
    maximum,
    maximumUnits: roundRational(maximum, decimals, rounding),
    decimals,
    rounding,
    notApplicablePolicy,
    unitsPerPoint: 10 ** decimals,
    bands: [...bands].sort((a, b) => b.minimum - a.minimum),
  }
}

/** Rounds an exact value to whole units of the last decimal. */
export function unitsOf(
  value: Rational,
  { decimals, rounding }: Pick<ResolvedResult, 'decimals' | 'rounding'>,
): number {
  return roundRational(value, decimals, rounding)
}
