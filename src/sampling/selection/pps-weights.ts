import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { inclusionProbabilities } from './inclusion-probabilities.js'

/** Weights of the drawn units, and the units drawn with certainty. */
export interface PpsWeights {
  /** 1 / probability of each drawn unit, in the order of `selected`. */
  readonly weights: readonly number[]
  /** Places of all units that are taken for sure. */
  readonly takeAll: readonly number[]
}

/**
 * Computes the weights of units that were drawn with probabilities in proportion to size (Horvitz and Thompson 1952).
 * @param sizes - of all units, >= 0
 * @param sampleSize - units drawn
 * @param selected - places of the drawn units in `sizes`, from 0
 * @throws CallgradeError `sampling/argument`
 * @example
 * ppsWeights([1, 1, 2, 8], 2, [2, 3]) //=> { weights: [2, 1], takeAll: [3] }
 */
export function ppsWeights(sizes: readonly number[], sampleSize: number, selected: readonly number[]): PpsWeights {
  const probabilities = inclusionProbabilities(sizes, sampleSize)
  throwIssues(
    selected.flatMap((place, position) =>
      (probabilities[place] ?? 0) > 0
        ? []
        : [argumentIssue('sampling/argument', ['selected', position], 'place of a unit that can be drawn', place)],
    ),
  )
  return {
    weights: selected.map((place) => 1 / (probabilities[place] as number)),
    takeAll: [...probabilities.keys()].filter((place) => probabilities[place] === 1),
  }
}
