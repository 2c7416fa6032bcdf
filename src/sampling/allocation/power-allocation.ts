import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { isMeasure } from '../arguments/is-measure.js'
import { checkPositive } from './measured-stratum.js'
import { shareBy } from './share-by.js'

/**
 * Shares a sample so that both the total and each stratum are estimated well; not rounded.
 * Method: n X^q CV / sum X^q CV; q = 1 is Neyman's for X = N x mean, q = 0 gives all strata equal precision
 * (Bankier 1988).
 * @param strata - importance X, over 0, and variation CV (spread / mean), 0 or more
 * @param total - calls to allocate, over 0
 * @param options - `power` q, 0 to 1
 * @returns calls of each stratum, in the same order
 * @throws CallgradeError `sampling/argument`
 * @example
 * powerAllocation([{ importance: 400, variation: 1 }, { importance: 100, variation: 1 }], 30, { power: 0.5 })
 * //=> [20, 10]
 */
export function powerAllocation(
  strata: readonly { readonly importance: number; readonly variation: number }[],
  total: number,
  options: { readonly power: number },
): readonly number[] {
  throwIssues(
    strata.flatMap(({ importance, variation }, index) => [
      ...(isMeasure(importance)
        ? []
        : [argumentIssue('sampling/argument', ['strata', index, 'importance'], '> 0', importance)]),
      ...(variation === 0 || isMeasure(variation)
        ? []
        : [argumentIssue('sampling/argument', ['strata', index, 'variation'], '>= 0', variation)]),
    ]),
  )
  checkPositive('total', total)
  if (!(options.power >= 0 && options.power <= 1))
    throwIssues([argumentIssue('sampling/argument', ['power'], '0..1', options.power)])
  return shareBy(
    strata.map(({ importance, variation }) => importance ** options.power * variation),
    total,
  )
}
