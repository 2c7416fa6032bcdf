import { refuse } from '../../issues/refuse.js'
import { checkOpenShare, checkPositive, checkShare, checkWhole } from '../check-arguments.js'
import { DEFAULT_CONFIDENCE } from './interval.js'
import { kornGraubardSize } from './korn-graubard-size.js'

/** A share estimated from a complex sample. */
export interface EstimatedShare {
  /** Estimated share, 0 to 1. */
  readonly proportion: number
  /** Its standard error by the design, as a share. */
  readonly standardError: number
  /** Calls in the sample, 2 or more. */
  readonly sampleSize: number
  /** Calls minus strata, as a rule. */
  readonly designDegreesOfFreedom: number
  /** The most that the effective size may be; it is taken where the standard error is 0. */
  readonly effectiveSizeCap?: number
  /** Two-sided confidence; 0.95 unless given. */
  readonly confidence?: number
}

/**
 * Computes the size of the simple random sample that would show a share as exactly as this one does.
 * Method: Korn and Graubard (1998), p (1 - p) / se^2 x (t(n - 1) / t(df))^2, capped where a cap is given: a rare fault
 * that happened to fall into the small strata makes the standard error far too small.
 * @returns the effective size, above 0, as a rule not whole
 * @throws CallgradeError `statistics/argument` when a field is outside its range, or the standard error is 0, or the
 * share 0 or 1, without a cap
 * @example
 * effectiveSampleSize({ proportion: 0.1, standardError: 0.03, sampleSize: 120, designDegreesOfFreedom: 116 })
 * //=> 99.9468798125002
 */
export function effectiveSampleSize(input: EstimatedShare): number {
  const { proportion, standardError, sampleSize, designDegreesOfFreedom, effectiveSizeCap } = input
  const confidence = input.confidence ?? DEFAULT_CONFIDENCE
  checkShare('proportion', proportion)
  if (!(Number.isFinite(standardError) && standardError >= 0))
    refuse('statistics/argument', ['standardError'], 'number >= 0', standardError)
  checkWhole('sampleSize', sampleSize, 2)
  checkPositive('designDegreesOfFreedom', designDegreesOfFreedom)
  checkOpenShare('confidence', confidence)
  if (effectiveSizeCap !== undefined) checkPositive('effectiveSizeCap', effectiveSizeCap)
  if (standardError === 0 || proportion * (1 - proportion) === 0) {
    return effectiveSizeCap ?? refuse('statistics/argument', ['effectiveSizeCap'], 'number > 0', effectiveSizeCap)
  }
  const degreesOfFreedom = designDegreesOfFreedom
  const size = kornGraubardSize({ proportion, standardError, sampleSize, degreesOfFreedom, confidence })
  return Math.min(size, effectiveSizeCap ?? Infinity)
}
