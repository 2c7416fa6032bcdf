import { refuse } from '../../issues/refuse.js'
import { checkObject } from '../check-arguments.js'

/** Calls examined and those found among them. */
export interface OneSample {
  /** 0 to `trials`. */
  readonly successes: number
  /** 1 or more. */
  readonly trials: number
}

/** Two independent samples, such as before and after, or two teams. */
export interface TwoSamples {
  readonly first: OneSample
  readonly second: OneSample
}

/**
 * Refuses samples whose counts are no whole numbers or do not fit each other.
 * @throws CallgradeError `statistics/argument` naming the sample and the field
 */
export function checkTwoSamples(input: TwoSamples): void {
  checkObject('input', input)
  for (const name of ['first', 'second'] as const) {
    const counts = input[name]
    checkObject(name, counts)
    const { successes, trials } = counts
    if (!(Number.isSafeInteger(trials) && trials >= 1))
      refuse('statistics/argument', [name, 'trials'], 'integer >= 1', trials)
    if (!(Number.isSafeInteger(successes) && successes >= 0 && successes <= trials)) {
      refuse('statistics/argument', [name, 'successes'], `integer, 0..${trials}`, successes)
    }
  }
}
