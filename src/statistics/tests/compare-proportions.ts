import { normal } from '../distributions/normal.js'
import { fisherExact } from './fisher-exact.js'
import { checkTwoSamples, type TwoSamples } from './two-samples.js'

/** Two shares side by side. */
export interface ProportionComparison {
  /** First share minus second. */
  readonly difference: number
  /** Over the pooled standard error; 0 where none or all are found in both samples. */
  readonly z: number
  /** Two-sided, by `z`; 1 where none or all are found in both samples. */
  readonly pTwoSided: number
  /** The same with Yates' continuity correction. */
  readonly pYates: number
  /** Two-sided, by Fisher's exact test; to be preferred where counts are small. */
  readonly pFisher: number
}

/**
 * Tests whether two independent shares differ.
 * Methods: pooled z, with and without Yates' correction (R's prop.test); Fisher's exact test (R's fisher.test).
 * @param input - `successes` and `trials` of `first` and `second`
 * @throws CallgradeError `statistics/argument` when a count is outside its range
 * @example
 * compareProportions({ first: { successes: 12, trials: 60 }, second: { successes: 4, trials: 58 } })
 * //=> { difference: 0.13103, z: 2.07853, pTwoSided: 0.03766, pYates: 0.07036, pFisher: 0.05787 }, rounded
 */
export function compareProportions(input: TwoSamples): ProportionComparison {
  checkTwoSamples(input)
  const { first, second } = input
  const difference = first.successes / first.trials - second.successes / second.trials
  const pFisher = fisherExact(input).twoSided
  const trials = first.trials + second.trials
  const pooled = (first.successes + second.successes) / trials
  const inverses = 1 / first.trials + 1 / second.trials
  const error = Math.sqrt(pooled * (1 - pooled) * inverses)
  if (error === 0) return { difference, z: 0, pTwoSided: 1, pYates: 1, pFisher }
  const z = difference / error
  const corrected = Math.max(0, Math.abs(difference) - inverses / 2) / error
  return { difference, z, pTwoSided: twoSided(z), pYates: twoSided(corrected), pFisher }
}

function twoSided(z: number): number {
  return Math.min(1, 2 * normal.survival(Math.abs(z)))
}
