import { hypergeometricTails } from '../distributions/hypergeometric.js'
import type { Interval } from './interval.js'

/** Counts of a sample of a finite population. */
export interface FoundInSample {
  readonly successes: number
  readonly trials: number
  readonly population: number
}

/** Slack within which a tail equals the level, since rounding may set it a little to either side. */
export const LEVEL_SLACK = 1e-12

/**
 * Computes the exact limits of the share marked in a finite population, by inverting the two one-sided hypergeometric
 * tests: the counts whose probability of so many, or so few, is at least `tail`.
 * Method: the tails are monotone in the count, so that halving finds each limit in log2(population) steps.
 * @param tail - probability outside each limit, (1 - confidence) / 2
 */
export function hypergeometricInterval(found: FoundInSample, tail: number): Interval {
  const { successes, trials, population } = found
  const isWithin = (probability: number): boolean => probability >= tail * (1 - LEVEL_SLACK)
  // The least count of the marked is what the greatest of the others leaves.
  const others = greatestMarked({ successes: trials - successes, trials, population }, isWithin)
  return { lower: (population - others) / population, upper: greatestMarked(found, isWithin) / population }
}

/**
 * Finds the greatest count of marked in the population that is within the limits.
 * @param isWithin - judges the probability that `successes` or fewer are found; true for 1 and all down to some level
 */
export function greatestMarked(
  { successes, trials, population }: FoundInSample,
  isWithin: (probability: number) => boolean,
): number {
  let [within, beyond] = [successes, population - (trials - successes) + 1]
  while (beyond - within > 1) {
    const marked = Math.floor((within + beyond) / 2)
    if (isWithin(hypergeometricTails(successes, { population, marked, drawn: trials }).lower)) within = marked
    else beyond = marked
  }
  return within
}
