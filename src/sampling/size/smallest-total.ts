import { errorOf } from '../../issues/error-of.js'
import type { IssueDetails } from '../../issues/issue-details.js'
import { sum } from '../../statistics/sum.js'
import { attainingTotal } from './attaining-total.js'
import { percentText } from './percent-text.js'
import { stratifiedMargin } from './share-precision.js'
import type { SizeProblem } from './size-problem.js'

/**
 * Finds the smallest sample that meets every demand of the design.
 * @throws CallgradeError `sampling/frame-too-small`, `sampling/over-maximum`, `sampling/infeasible-allocation`
 */
export function smallestTotal(problem: SizeProblem): number {
  const { design, frame, lower, base } = problem
  const { minimumTotal = 0, maximumTotal = Number.POSITIVE_INFINITY, ifTooFew, precision } = design
  if (frame.N < minimumTotal && ifTooFew === undefined)
    throw errorOf({
      code: 'sampling/frame-too-small',
      path: ['minimumTotal'],
      expected: String(minimumTotal),
      received: String(frame.N),
    })
  const start = Math.max(base, sum(lower))
  const isByDesign = precision !== undefined && precision.basis !== 'simple-random'
  const total = isByDesign ? attainingTotal(problem, start, precision.marginPercent / 100) : start
  if (total > maximumTotal) refuseOverMaximum(problem, start, total, maximumTotal)
  return total
}

/**
 * Refuses a design that needs more calls than its maximum, naming the demand that sets the total.
 * @param start - the total that the design demands before its margin is considered
 */
function refuseOverMaximum(problem: SizeProblem, start: number, needed: number, maximumTotal: number): never {
  const { frame, sizes, precision, allocator } = problem
  const isPossible = allocator.faultsAt(maximumTotal).length === 0
  const attained = (): string => percentText(stratifiedMargin(precision, frame.N, sizes, allocator.at(maximumTotal)))
  throw errorOf({
    code: 'sampling/over-maximum',
    path: ['maximumTotal'],
    expected: String(maximumTotal),
    received: String(needed),
    details: {
      constraint: constraintOf(problem, start, needed),
      needed,
      ...(isPossible && { attained: attained() }),
    },
  })
}

/** Returns the demand of the design that sets the total. */
function constraintOf(
  { design, lower, coverage, formulaSize, base }: SizeProblem,
  start: number,
  needed: number,
): IssueDetails['sampling/over-maximum']['constraint'] {
  if (needed > start) return 'precision'
  if (sum(lower) > base) return coverage.length > 0 ? 'coverage' : 'strata'
  return formulaSize >= (design.minimumTotal ?? 0) ? 'precision' : 'minimumTotal'
}
