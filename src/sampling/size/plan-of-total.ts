import { sum } from '../../statistics/sum.js'
import { plannedDomains } from './planned-domains.js'
import type { PlannedStratum, SamplePlan } from './sample-plan.js'
import { stratifiedMargin, stratumMargin } from './share-precision.js'
import type { SizeProblem } from './size-problem.js'

/**
 * Makes the plan of a sample of `n` measured calls.
 * @throws CallgradeError `sampling/infeasible-allocation`
 */
export function planOfTotal(problem: SizeProblem, n: number): Omit<SamplePlan, 'minima' | 'givenTotal'> {
  const { design, frame, coverage, precision, sizes, lower, allocator } = problem
  const { N } = frame
  const counts = allocator.at(n)
  const strata = frame.strata.map((stratum, index): PlannedStratum => {
    const measured = counts[index] ?? 0
    return {
      key: stratum.key,
      labels: stratum.labels,
      N: stratum.N,
      lower: lower[index] ?? 0,
      n: measured,
      weight: stratum.N / measured,
      margin: stratumMargin(precision, stratum.N, measured),
    }
  })
  const rules = design.perAgent ?? []
  const agents = (rules.length === 0 ? [] : frame.agents).map(({ agent, calls, rule }) => ({
    agent,
    calls,
    minimum: rule === undefined ? 0 : (rules[rule]?.minimum ?? 0),
  }))
  return {
    design,
    frame,
    N,
    formulaSize: problem.formulaSize,
    base: problem.base,
    sumOfLower: sum(lower),
    n,
    margin: stratifiedMargin(precision, N, sizes, counts),
    confidence: precision.confidence,
    expected: precision.expected,
    strata,
    domains: plannedDomains(design, coverage, strata, precision),
    work: {
      measure: n,
      targeted: frame.targeted.map(({ rule, fitting, unknown }, index) => ({
        rule,
        atMost: Math.min(fitting, design.targeted?.[index]?.limit ?? 0),
        unknown,
      })),
      coachingAtMost: sum(agents, ({ calls, minimum }) => Math.min(calls, minimum)),
    },
    agentsWithTooFew: agents.filter(({ calls, minimum }) => calls < minimum),
    isTakeAll: n === N && N < (design.minimumTotal ?? 0),
  }
}
