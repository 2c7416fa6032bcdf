import { refuse } from '../../issues/refuse.js'
import { checkObject, checkOpenShare, checkShare, checkWhole } from '../check-arguments.js'
import { firstWhole } from '../distributions/first-whole.js'
import { normal } from '../distributions/normal.js'
import { DEFAULT_CONFIDENCE } from '../intervals/interval.js'

/** Probability of finding a difference that there is, where none is given. */
export const DEFAULT_POWER = 0.8

/** No quality department judges more; a first sample that needs more is too small for any second one. */
const MOST_CALLS = 1e9

/** A whole number of calls must not become one more by rounding. */
const SLACK = 1e-9

/** A difference of two shares that is to be found. */
export interface ComparisonSizeInput {
  /** Share in the one group. */
  readonly first: number
  /** Share in the other, not the same. */
  readonly second: number
  /** Probability of finding the difference; 0.8 unless given, 0.5 or more. */
  readonly power?: number
  /** Two-sided confidence of the comparison; 0.95 unless given. */
  readonly confidence?: number
}

/**
 * Computes the calls to judge in each of two groups so that a difference of their shares is found by Fisher's exact
 * test.
 * Method: normal, pooled under no difference, with the continuity correction of Casagrande, Pike and Smith (1978) in the
 * form of Fleiss, Tytun and Ury (1980). Without a correction the size comes out too small for an exact test: Cohen's
 * arcsine formula gives 424 for a fall from 10 to 5 %, with which Fisher's test finds it in 76 of 100 times.
 * @param input - shares as fractions
 * @returns a whole number of calls for each group
 * @throws CallgradeError `statistics/argument` when a field is outside its range
 * @example
 * comparisonSize({ first: 0.1, second: 0.05 }) //=> 474
 */
export function comparisonSize(input: ComparisonSizeInput): number {
  return Math.ceil(firstSize(checked(input), 1) - SLACK)
}

/**
 * Computes the calls to judge in the second group where those of the first are judged already.
 * Method: as `comparisonSize`, with unequal groups (Fleiss, Tytun and Ury 1980).
 * @returns undefined where the first sample is too small for any second one
 */
export function secondSize(input: ComparisonSizeInput, firstTrials: number): number | undefined {
  const difference = checked(input)
  checkWhole('firstTrials', firstTrials, 1)
  const suffices = (trials: number): boolean => firstSize(difference, trials / firstTrials) <= firstTrials + SLACK
  return suffices(MOST_CALLS) ? firstWhole(1, MOST_CALLS, suffices) : undefined
}

interface Difference {
  readonly first: number
  readonly second: number
  /** Normal quantiles of the confidence and of the power. */
  readonly zConfidence: number
  readonly zPower: number
}

/** Computes the size of the first group where the second is `ratio` times as large, before it is rounded up. */
function firstSize({ first, second, zConfidence, zPower }: Difference, ratio: number): number {
  const distance = Math.abs(first - second)
  const pooled = (first + ratio * second) / (1 + ratio)
  const underNone = zConfidence * Math.sqrt((ratio + 1) * pooled * (1 - pooled))
  const underSome = zPower * Math.sqrt(ratio * first * (1 - first) + second * (1 - second))
  const uncorrected = ((underNone + underSome) / distance) ** 2 / ratio
  const correction = 1 + Math.sqrt(1 + (2 * (ratio + 1)) / (uncorrected * ratio * distance))
  return (uncorrected / 4) * correction * correction
}

function checked(input: ComparisonSizeInput): Difference {
  checkObject('input', input)
  const { first, second, power = DEFAULT_POWER, confidence = DEFAULT_CONFIDENCE } = input
  checkShare('first', first)
  checkShare('second', second)
  if (first === second) refuse('statistics/argument', ['second'], `0..1, not ${first}`, second)
  if (!(power >= 0.5 && power < 1)) refuse('statistics/argument', ['power'], '>= 0.5, < 1', power)
  checkOpenShare('confidence', confidence)
  return { first, second, zConfidence: normal.quantile((1 + confidence) / 2), zPower: normal.quantile(power) }
}
