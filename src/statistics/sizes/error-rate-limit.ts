import { checkObject, checkOpenShare, checkWhole } from '../check-arguments.js'
import { betaUpperQuantile } from '../distributions/beta.js'
import { greatestMarked, LEVEL_SLACK } from '../intervals/hypergeometric-interval.js'

/** Result of a check. */
export interface ErrorRateLimitInput {
  /** Wrong ones, 0 to `checked`. */
  readonly found: number
  /** Calls that were checked, drawn at random; 1 or more. */
  readonly checked: number
  /** Calls there are; without it their number is taken as unlimited. */
  readonly population?: number
  /** One-sided, above 0 and below 1. */
  readonly confidence: number
}

/**
 * Computes the rate that is not exceeded, at a one-sided confidence, after so many wrong ones were found.
 * Method: Clopper and Pearson's upper limit; in a finite population the greatest number of wrong ones with which so
 * few or fewer are found with a probability over 1 - confidence, by the hypergeometric distribution; it never
 * contradicts `discoverySample`.
 * @returns a share
 * @throws CallgradeError `statistics/argument` when a field is outside its range
 * @example
 * errorRateLimit({ found: 0, checked: 598, confidence: 0.95 }) //=> 0.004997058694246505
 */
export function errorRateLimit(input: ErrorRateLimitInput): number {
  checkObject('input', input)
  const { found, checked, population, confidence } = input
  checkWhole('checked', checked, 1)
  checkWhole('found', found, 0, checked)
  checkOpenShare('confidence', confidence)
  if (population !== undefined) {
    checkWhole('population', population, checked)
    // A count exactly at the level is ruled out, as in `discoverySample`.
    const isWithin = (probability: number): boolean => probability > (1 - confidence) * (1 + LEVEL_SLACK)
    return greatestMarked({ successes: found, trials: checked, population }, isWithin) / population
  }
  return found === checked ? 1 : betaUpperQuantile(1 - confidence, found + 1, checked - found)
}
