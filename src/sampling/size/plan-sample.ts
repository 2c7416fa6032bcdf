import { refuse } from '../../issues/refuse.js'
import type { FrameCounts } from '../frame/count-frame.js'
import type { PlanOptions, SamplePlan } from './sample-plan.js'
import { refusal, SizeProblem } from './smallest-total.js'

/**
 * Works out how many calls of each stratum are judged.
 * Method: Cochran 1977 for the first size (or Wilson, or exact), then the smallest total whose allocation attains the
 * margin z sqrt(S^2 sum W^2 (1 - n / N) / n) with S^2 = p q N / (N - 1).
 * @param counts - what `countFrame` found
 * @throws CallgradeError `sampling/empty-frame`, `sampling/frame-too-small`, `sampling/over-maximum`,
 * `sampling/unknown-stratum`, `sampling/infeasible-allocation`, `sampling/crossing-groups`, `sampling/argument`
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, precision: { marginPercent: 5 } }
 * const calls = Array.from({ length: 1000 }, (_, index) => ({ id: `call-${index}` }))
 * planSample(countFrame(calls, design)).n //=> 278
 */
export function planSample(counts: FrameCounts, options: PlanOptions = {}): SamplePlan {
  const { N } = counts
  if (N === 0) throw refusal({ code: 'sampling/empty-frame', path: [] })
  const problem = new SizeProblem(counts, options)
  const total = givenTotal(options, N)
  const n = total ?? problem.smallestTotal()
  return problem.planOf(n, total)
}

function givenTotal({ total, budget }: PlanOptions, N: number): number | undefined {
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
