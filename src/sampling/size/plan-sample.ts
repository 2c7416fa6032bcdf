import { errorOf } from '../../issues/error-of.js'
import { refuse } from '../../issues/refuse.js'
import type { FrameCounts } from '../frame/frame-counts.js'
import { coverageGroups } from './coverage-group.js'
import { planOfTotal } from './plan-of-total.js'
import type { PlanOptions, SamplePlan } from './sample-plan.js'
import { sizeProblem } from './size-problem.js'
import { smallestTotal } from './smallest-total.js'
import { withCoveragePaths } from './with-coverage-paths.js'

/**
 * Plans how many calls of each stratum are measured.
 * Method: Cochran 1977 for the first size (or Wilson, or exact), then the smallest total whose allocation attains the
 * margin z sqrt(S^2 sum W^2 (1 - n / N) / n) with S^2 = p q N / (N - 1).
 * @param counts - a result of `countFrame`
 * @param options - a sample to grow; or a total or a budget in place of the design's precision
 * @returns calls of each stratum, the margins that they attain, and the work
 * @throws CallgradeError `sampling/empty-frame`, `sampling/frame-too-small`, `sampling/over-maximum`,
 * `sampling/unknown-stratum`, `sampling/infeasible-allocation`, `sampling/crossing-groups`, `sampling/argument`
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, precision: { marginPercent: 5 } }
 * const calls = Array.from({ length: 1000 }, (_, index) => ({ id: `call-${index}` }))
 * planSample(countFrame(calls, design)).n //=> 278
 */
export function planSample(counts: FrameCounts, options: PlanOptions = {}): SamplePlan {
  const { design, strata, N } = counts
  const { grow } = options
  if (N === 0) throw errorOf({ code: 'sampling/empty-frame', path: [] })
  const coverage = coverageGroups(design, strata)
  return withCoveragePaths(coverage, () => {
    const problem = sizeProblem(counts, coverage, grow)
    const givenTotal = totalOf(options, N)
    return {
      ...planOfTotal(problem, givenTotal ?? smallestTotal(problem)),
      ...(grow && { minima: Object.fromEntries(grow.strata.map(({ key, n }) => [key, n])) }),
      ...(givenTotal !== undefined && { givenTotal }),
    }
  })
}

/** Returns the total by the options, where one is given. */
function totalOf({ total, budget }: PlanOptions, N: number): number | undefined {
  if (total !== undefined) {
    requireCount('total', total)
    if (total > N) refuse('sampling/argument', ['total'], `<= ${N}`, total)
    return total
  }
  if (!budget) return undefined
  for (const name of ['raters', 'callsPerDay', 'days'] as const) requireCount(name, budget[name])
  return Math.min(N, budget.raters * budget.callsPerDay * budget.days)
}

function requireCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) refuse('sampling/argument', [name], 'integer >= 1', value)
}
