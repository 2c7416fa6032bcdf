import { hypergeometricProbability, hypergeometricTails } from '../distributions/hypergeometric.js'
import type { HypergeometricDraw } from '../distributions/hypergeometric-draw.js'
import { checkTwoSamples, type TwoSamples } from './two-samples.js'

/** Probabilities that chance alone would show as much, given both totals. */
export interface FisherExact {
  /** Probability of tables that are at most as probable as the one found. */
  readonly twoSided: number
  /** Probability of so few or fewer in the first sample. */
  readonly less: number
  /** Probability of so many or more in the first sample. */
  readonly greater: number
}

/** Tables this much more probable, relatively, count as equally probable, as in R's fisher.test. */
const RELATIVE_TOLERANCE = 1e-7

/**
 * Tests by Fisher's exact test whether two shares are equal.
 * Method: hypergeometric, both margins fixed; two-sided the sum of all tables that are at most as probable as the one
 * found (R's definition). The probability falls on either side of its mode, so that halving finds where the other tail
 * begins.
 * @param input - `successes` and `trials` of `first` and `second`
 * @throws CallgradeError `statistics/argument` when a count is outside its range
 * @example
 * fisherExact({ first: { successes: 12, trials: 60 }, second: { successes: 4, trials: 58 } }).twoSided //=> 0.057873155227678746
 */
export function fisherExact(input: TwoSamples): FisherExact {
  checkTwoSamples(input)
  const { first, second } = input
  const draw: HypergeometricDraw = {
    population: first.trials + second.trials,
    marked: first.successes + second.successes,
    drawn: first.trials,
  }
  const found = first.successes
  const less = hypergeometricTails(found, draw).lower
  const greater = hypergeometricTails(found - 1, draw).upper
  return { twoSided: Math.min(1, twoSided(found, draw, less, greater)), less, greater }
}

function twoSided(found: number, draw: HypergeometricDraw, less: number, greater: number): number {
  const { population, marked, drawn } = draw
  const [least, greatest] = [Math.max(0, marked + drawn - population), Math.min(marked, drawn)]
  const limit = hypergeometricProbability(found, draw) * (1 + RELATIVE_TOLERANCE)
  const isRare = (count: number): boolean => hypergeometricProbability(count, draw) <= limit
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (population + 2))
  if (found <= mode) {
    if (isRare(mode)) return 1
    if (!isRare(greatest)) return less
    return less + hypergeometricTails(firstRare(mode, greatest, isRare) - 1, draw).upper
  }
  if (isRare(mode)) return 1
  if (!isRare(least)) return greater
  return greater + hypergeometricTails(-firstRare(-mode, -least, (count) => isRare(-count)), draw).lower
}

/** Finds the first whole number over `common` that is rare, as `rare` and all after it are. */
function firstRare(common: number, rare: number, isRare: (count: number) => boolean): number {
  let [before, after] = [common, rare]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (isRare(middle)) after = middle
    else before = middle
  }
  return after
}
