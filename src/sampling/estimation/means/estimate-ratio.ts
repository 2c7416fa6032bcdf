import { argumentIssue } from '../../../issues/argument-issue.js'
import { throwIssues } from '../../../issues/throw-issues.js'
import { sum } from '../../../statistics/sum.js'
import { census } from '../census.js'
import type { Estimate } from '../estimate-result.js'
import { checkStrata } from '../strata/check-strata.js'
import { CONFIDENCE, type EstimationOptions } from '../strata/estimation-options.js'
import { residualTerm } from '../strata/residual-term.js'
import { NO_TERM, totalVariance, type VarianceTerm } from '../strata/total-variance.js'
import { meanInterval } from './mean-interval.js'

/** The drawn calls of one stratum with two figures each. */
export interface RatioStratum {
  readonly key: string
  /** Calls that the stratum holds, N. */
  readonly size: number
  /** One for each drawn call. */
  readonly numerators: readonly number[]
  /** In the same order. */
  readonly denominators: readonly number[]
}

/**
 * Estimates the ratio of two totals over all calls, such as seconds on hold by seconds of talk.
 * Method: combined ratio by linearisation (Cochran 1977, 6.11), t interval with Satterthwaite's degrees of freedom.
 * @param strata - each with its calls in all (`size`), and numerator and denominator of each drawn call, in one order
 * @throws CallgradeError `sampling/argument` (also where the denominators add to 0), `sampling/single-call-stratum`
 * @example
 * estimateRatio([{ key: 'sales', size: 2, numerators: [10, 20], denominators: [100, 200] }]).estimate //=> 0.1
 */
export function estimateRatio(strata: readonly RatioStratum[], options: EstimationOptions = {}): Estimate {
  const { confidence = CONFIDENCE, singleCall } = options
  for (const side of ['numerators', 'denominators'] as const) {
    const domain = strata.map((stratum) => ({ ...stratum, drawn: stratum.numerators.length, values: stratum[side] }))
    checkStrata(domain, options, 'a finite number', () => true)
  }
  throwIssues(
    strata.flatMap(({ numerators, denominators }, index) =>
      numerators.length === denominators.length
        ? []
        : [
            argumentIssue(
              'sampling/argument',
              ['strata', index, 'denominators'],
              `${numerators.length} values`,
              denominators.length,
            ),
          ],
    ),
  )
  if (strata.length === 0) return { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] }
  let [above, below, n] = [0, 0, 0]
  for (const { size, numerators, denominators } of strata) {
    n += numerators.length
    above += (size / numerators.length) * sum(numerators)
    below += (size / numerators.length) * sum(denominators)
  }
  if (below === 0)
    throwIssues([argumentIssue('sampling/argument', ['strata'], 'denominators that do not add to 0', below)])
  const estimate = above / below
  if (strata.every(({ size, numerators }) => numerators.length === size)) return census(n, estimate, confidence)
  const terms = strata.map((stratum) => termOf(stratum, estimate, below))
  const found = totalVariance(terms.length, (index) => terms[index] ?? NO_TERM, singleCall)
  const degreesOfFreedom = found.variance === 0 ? n - strata.length : found.degreesOfFreedom
  const mean = { n, estimate, ...found, degreesOfFreedomWithin: n - strata.length, kishSize: n }
  return meanInterval(mean, degreesOfFreedom, 'satterthwaite-t', confidence, {})
}

function termOf({ size, numerators, denominators }: RatioStratum, ratio: number, below: number): VarianceTerm {
  const residuals = numerators.map((value, index) => (value - ratio * (denominators[index] ?? 0)) / below)
  return residualTerm(size, residuals)
}
