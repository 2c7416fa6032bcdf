import { refuse } from '../../issues/refuse.js'
import { checkObject, checkWhole } from '../check-arguments.js'
import { acceptanceByCount } from './acceptance-by-count.js'
import { acceptanceByRate } from './acceptance-by-rate.js'
import { violatingAt } from './violating-at.js'

/** A plan and the rates at which its acceptance is computed. */
export interface OperatingCurveInput {
  /** Calls that are checked, 1 or more. */
  readonly checked: number
  /** Violating calls with which the lot is still accepted, 0 or more. */
  readonly acceptable: number
  /** Calls of the lot; without it their number is taken as unlimited. */
  readonly population?: number
  /** As shares; in a finite lot each means the least number of calls that attains it. */
  readonly rates: readonly number[]
}

/**
 * Computes the probability that a lot is accepted, at each rate of violating calls.
 * Method: binomial, or hypergeometric in a finite lot.
 * @returns a probability for each of `rates`, in their order
 * @throws CallgradeError `statistics/argument` when a field is outside its range
 * @example
 * operatingCurve({ checked: 50, acceptable: 1, rates: [0.01, 0.1] }) //=> [0.9105646869039694, 0.0337858596924318]
 */
export function operatingCurve(input: OperatingCurveInput): readonly number[] {
  checkObject('input', input)
  const { checked, acceptable, population, rates } = input
  checkWhole('checked', checked, 1)
  checkWhole('acceptable', acceptable, 0)
  if (population !== undefined) checkWhole('population', population, checked)
  if (!Array.isArray(rates)) refuse('statistics/argument', ['rates'], 'list', rates)
  return rates.map((rate, index) => {
    if (!(typeof rate === 'number' && rate >= 0 && rate <= 1))
      refuse('statistics/argument', ['rates', index], '0..1', rate)
    if (population === undefined) return acceptanceByRate(acceptable, checked, rate)
    return acceptanceByCount(acceptable, checked, violatingAt(rate, population), population)
  })
}
