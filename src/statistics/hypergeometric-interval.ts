import { hypergeometricTails } from './hypergeometric.js'
import type { Interval } from './interval.js'

/** A tail that equals the level counts as within it, though rounding may leave it a little under. */
const SLACK = 1e-12

/** What was found in a sample of a finite population. */
export interface FoundInSample {
  readonly successes: number
  readonly trials: number
  readonly population: number
}

/**
 * Exact limits for the share marked in a finite population, by inverting the two one-sided hypergeometric tests:
 * the counts whose probability of so many, or so few, is at least `tail`.
 * Method: the tails are monotone in the count, so that halving finds each limit in log2(population) steps.
 * @param tail - probability outside each limit, (1 - confidence) / 2
 */
export function hypergeometricInterval(found: FoundInSample, tail: number): Interval {
  const { population } = found
  return { lower: leastMarked(found, tail) / population, upper: greatestMarked(found, tail) / population }
}

/** The greatest count of marked in the population with which `successes` or fewer have at least probability `tail`. */
export function greatestMarked({ successes, trials, population }: FoundInSample, tail: number): number {
  const most = population - (trials - successes)
  return lastWhere(successes, most, (marked) => {
    const { lower } = hypergeometricTails(successes, { population, marked, drawn: trials })
    return lower >= tail * (1 - SLACK)
  })
}

/** The least count is what the greatest of the others leaves. */
function leastMarked({ successes, trials, population }: FoundInSample, tail: number): number {
  return population - greatestMarked({ successes: trials - successes, trials, population }, tail)
}

/** The last whole number of `first`..`last` with the property, which `first` has and which is lost but once. */
function lastWhere(first: number, last: number, has: (count: number) => boolean): number {
  let [within, beyond] = [first, last + 1]
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2)
    if (has(middle)) within = middle
    else beyond = middle
  }
  return within
}
