import { MAXIMUM_ISSUES } from '../../documents/reading/maximum-issues.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { throwIssues } from '../../issues/throw-issues.js'
import type { StratumCount } from '../frame/frame-counts.js'

/**
 * Returns the deviations or costs of a design in the order of the strata.
 * @throws CallgradeError `sampling/unknown-stratum` unless every stratum of the frame is named, and no other
 */
export function valuesByStratum(
  strata: readonly StratumCount[],
  name: 'deviations' | 'costs',
  values: Readonly<Record<string, number>> = {},
): Float64Array {
  const known = new Set(strata.map(({ key }) => key))
  const path = ['allocation', name]
  const drafts: readonly IssueDraft[] = [
    ...Object.keys(values).flatMap((key): readonly IssueDraft[] =>
      known.has(key)
        ? []
        : [{ code: 'sampling/unknown-stratum', path: [...path, key], at: 'key', received: JSON.stringify(key) }],
    ),
    ...strata.flatMap(({ key }): readonly IssueDraft[] =>
      Object.hasOwn(values, key)
        ? []
        : [{ code: 'sampling/unknown-stratum', path, expected: 'named', received: JSON.stringify(key) }],
    ),
  ]
  throwIssues(drafts.slice(0, MAXIMUM_ISSUES).map((draft) => issueOf(draft, undefined)))
  return Float64Array.from(strata, ({ key }) => values[key] ?? 0)
}
