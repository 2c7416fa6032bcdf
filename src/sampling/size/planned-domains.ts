import { groupBy } from '../../documents/group-by.js'
import { sum } from '../../statistics/sum.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import type { CoverageGroup } from './coverage-group.js'
import type { PlannedDomain, PlannedStratum } from './sample-plan.js'
import { type SharePrecision, stratifiedMargin } from './share-precision.js'

/**
 * Returns the domains of a plan: strata with a label in common, where the design has several dimensions, then those of
 * each coverage rule. Domains without a measured call are left out.
 */
export function plannedDomains(
  { strata: dimensions = [] }: SamplingDesign,
  coverage: readonly CoverageGroup[],
  strata: readonly PlannedStratum[],
  precision: SharePrecision,
): readonly PlannedDomain[] {
  const byLabel =
    dimensions.length === 1
      ? []
      : dimensions.flatMap((dimension, at) => {
          const name = typeof dimension === 'string' ? dimension : dimension.id
          return [...groupBy(strata, ({ labels }) => labels[at] ?? '')].flatMap(([label, members]) =>
            domainOf(name, label, members, precision),
          )
        })
  const byRule = coverage.flatMap(({ rule, members }) =>
    domainOf(
      'coverage',
      rule.id,
      members.flatMap((index) => strata[index] ?? []),
      precision,
    ),
  )
  return [...byLabel, ...byRule]
}

function domainOf(
  dimension: string,
  label: string,
  members: readonly PlannedStratum[],
  precision: SharePrecision,
): readonly PlannedDomain[] {
  const [sizes, counts] = [members.map((stratum) => stratum.N), members.map((stratum) => stratum.n)]
  const [N, n] = [sum(sizes), sum(counts)]
  return n === 0 ? [] : [{ dimension, label, N, n, margin: stratifiedMargin(precision, N, sizes, counts) }]
}
