import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { isCount } from '../arguments/is-count.js'
import { isMeasure } from '../arguments/is-measure.js'

/**
 * Computes the probabilities with which units are to be drawn so that each is in proportion to its size.
 * Method: n x / sum x; units that reach 1 are taken with certainty, and the rest is shared again until none does
 * (Sarndal, Swensson and Wretman 1992, 3.6.2; R sampling). One sort, then a single pass from the largest down.
 * @param sizes - of the units, >= 0; a unit of size 0 is never drawn
 * @param sampleSize - units to draw, whole, at most as many as have a size
 * @returns probabilities in the same order; they add to `sampleSize`
 * @throws CallgradeError `sampling/argument`
 * @example
 * inclusionProbabilities([1, 1, 2, 8], 2) //=> [0.25, 0.25, 0.5, 1]
 */
export function inclusionProbabilities(sizes: readonly number[], sampleSize: number): readonly number[] {
  throwIssues(
    sizes.flatMap((size, index) =>
      size === 0 || isMeasure(size)
        ? []
        : [argumentIssue('sampling/argument', ['sizes', index], '0 | 1e-75..1e75', size)],
    ),
  )
  const order = [...sizes.keys()].filter((index) => (sizes[index] as number) > 0)
  if (!isCount(sampleSize) || sampleSize > order.length)
    throwIssues([argumentIssue('sampling/argument', ['sampleSize'], `0..${order.length}`, sampleSize)])
  order.sort((a, b) => (sizes[b] as number) - (sizes[a] as number))
  // Sums from the smallest up: subtracting the largest from their total would cancel the digits of the rest.
  const sums = new Float64Array(order.length + 1)
  for (let place = order.length - 1; place >= 0; place--)
    sums[place] = (sums[place + 1] as number) + (sizes[order[place] as number] as number)
  let certain = 0
  while (
    certain < sampleSize &&
    (sampleSize - certain) * (sizes[order[certain] as number] as number) >= (sums[certain] as number)
  )
    certain++
  const probabilities = new Array<number>(sizes.length).fill(0)
  for (const [place, index] of order.entries())
    probabilities[index] =
      place < certain ? 1 : ((sampleSize - certain) * (sizes[index] as number)) / (sums[certain] as number)
  return probabilities
}
