import { compare, multiply, type Rational, rationalOf } from '../../rubric/exact/rational.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import type { StratumCount } from '../frame/frame-counts.js'
import type { CoverageGroup } from './coverage-group.js'
import type { PlanOptions } from './sample-plan.js'

/**
 * Computes the fewest calls of each stratum: min(N_h, max(1, minimumPerStratum, ceil(atLeast x N_h))), and at least the
 * calls of the sample that is to grow.
 */
export function lowerBounds(
  strata: readonly StratumCount[],
  { minimumPerStratum = 1 }: SamplingDesign,
  coverage: readonly CoverageGroup[],
  grow: PlanOptions['grow'],
): Float64Array {
  const held = new Map(grow?.strata.map(({ key, n }) => [key, n]))
  const lower = Float64Array.from(strata, ({ key }) => Math.max(1, minimumPerStratum, held.get(key) ?? 0))
  for (const { rule, share, members } of coverage) {
    if (rule.of === 'sample') continue
    for (const index of members) {
      const least = ceiling(multiply(share, rationalOf(strata[index]?.N ?? 0)))
      if (least > (lower[index] ?? 0)) lower[index] = least
    }
  }
  return lower.map((bound, index) => Math.min(bound, strata[index]?.N ?? 0))
}

function ceiling(value: Rational): number {
  const whole = value.numerator / value.denominator
  return Number(compare(value, { numerator: whole, denominator: 1n }) > 0 ? whole + 1n : whole)
}
