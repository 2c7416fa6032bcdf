import { divide, HUNDRED, type Rational, rationalOf } from '../../rubric/exact/rational.js'
import type { CoverageRule, SamplingDesign } from '../design/sampling-design.js'
import { coverageTest } from '../frame/coverage-test.js'
import type { StratumCount } from '../frame/frame-counts.js'

/** A coverage rule with the strata for which it holds. */
export interface CoverageGroup {
  readonly rule: CoverageRule
  /** Share that the rule demands, 0 to 1. */
  readonly share: Rational
  /** Places of the strata in the frame. */
  readonly members: readonly number[]
}

/** Returns the coverage rules of a design over the strata of a frame, in the order of the design. */
export function coverageGroups(design: SamplingDesign, strata: readonly StratumCount[]): readonly CoverageGroup[] {
  return (design.coverage ?? []).map((rule) => {
    const holds = coverageTest(design, rule.where)
    return {
      rule,
      share: divide(rationalOf(rule.atLeastPercent), HUNDRED),
      members: strata.flatMap(({ labels }, index) => (holds(labels) ? [index] : [])),
    }
  })
}
