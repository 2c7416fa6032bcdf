import { sum } from '../../../statistics/sum.js'
import type { EstimationOptions } from '../strata/estimation-options.js'
import type { WeightedStratum } from '../strata/post-weights.js'
import { residualTerm } from '../strata/residual-term.js'
import { NO_TERM, totalVariance } from '../strata/total-variance.js'
import type { RatioMean } from './ratio-mean.js'

/** Computes the weighted mean of the calls that have a value, and the variance of its residuals within the groups. */
export function postStratifiedMean(
  sample: readonly WeightedStratum[],
  measure: (value: number) => number | null,
  policy: EstimationOptions['singleCall'],
): RatioMean | undefined {
  const rows = sample.map(({ size, drawn, calls }) =>
    calls.map(({ value, group, ratio }) => {
      const measured = value === null ? null : measure(value)
      return { measured, group, base: size / drawn, weight: (size / drawn) * ratio, ratio }
    }),
  )
  const known = rows.flat().flatMap((row) => (row.measured === null ? [] : [{ ...row, measured: row.measured }]))
  const [first] = known
  if (first === undefined) return undefined
  const weight = sum(known, (row) => row.weight)
  // From the first value on, so that equal values have their mean exactly.
  const shifted = sum(known, (row) => row.weight * (row.measured - first.measured)) / weight
  const estimate = first.measured + shifted

  const groups = new Map<number, { sum: number; base: number }>()
  const residualOf = (measured: number | null) => (measured === null ? 0 : (measured - estimate) / weight)
  for (const { measured, group, base } of rows.flat()) {
    const entry = groups.get(group) ?? { sum: 0, base: 0 }
    entry.sum += base * residualOf(measured)
    entry.base += base
    groups.set(group, entry)
  }
  const terms = rows.map((row, index) =>
    residualTerm(
      sample[index]?.size ?? row.length,
      row.map(({ measured, group, ratio }) => {
        const { sum, base } = groups.get(group) ?? { sum: 0, base: 1 }
        return ratio * (residualOf(measured) - sum / base)
      }),
    ),
  )
  const holding = rows.filter((row) => row.some(({ measured }) => measured !== null)).length
  return {
    n: known.length,
    estimate,
    degreesOfFreedomWithin: known.length - holding,
    kishSize: weight ** 2 / sum(known, (row) => row.weight ** 2),
    ...totalVariance(terms.length, (index) => terms[index] ?? NO_TERM, policy),
  }
}
