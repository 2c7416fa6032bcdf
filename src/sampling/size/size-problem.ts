import type { AllocationFloor } from '../allocation/allocation-floor.js'
import { Allocator } from '../allocation/allocator.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import type { FrameCounts } from '../frame/frame-counts.js'
import type { CoverageGroup } from './coverage-group.js'
import { formulaSize } from './formula-size.js'
import { lowerBounds } from './lower-bounds.js'
import type { PlanOptions } from './sample-plan.js'
import { type SharePrecision, sharePrecision } from './share-precision.js'
import { valuesByStratum } from './values-by-stratum.js'

/** A design over one frame: everything that the search for the size and the plan are calculated from. */
export interface SizeProblem {
  readonly design: SamplingDesign
  readonly frame: FrameCounts
  readonly coverage: readonly CoverageGroup[]
  readonly precision: SharePrecision
  /** Calls of each stratum, N_h. */
  readonly sizes: Float64Array
  /** Fewest measured calls of each stratum. */
  readonly lower: Float64Array
  /** Shares totals out as the design says, floors of the sample included. */
  readonly allocator: Allocator
  /** Calls by the formula of the design; 0 without a precision. */
  readonly formulaSize: number
  /** The greater of `formulaSize` and the design's `minimumTotal`, at most all calls. */
  readonly base: number
}

/**
 * Prepares the search for the size of a sample.
 * @throws CallgradeError `sampling/unknown-stratum`, `sampling/crossing-groups`
 */
export function sizeProblem(
  frame: FrameCounts,
  coverage: readonly CoverageGroup[],
  grow: PlanOptions['grow'],
): SizeProblem {
  const { design, N } = frame
  const precision = sharePrecision(design)
  const sizes = Float64Array.from(frame.strata, (stratum) => stratum.N)
  const lower = lowerBounds(frame.strata, design, coverage, grow)
  const allocator = allocatorOf(frame, coverage, sizes, lower)
  const byFormula = formulaSize(design, N, precision)
  return {
    design,
    frame,
    coverage,
    precision,
    sizes,
    lower,
    allocator,
    formulaSize: byFormula,
    base: Math.min(N, Math.max(byFormula, design.minimumTotal ?? 0)),
  }
}

function allocatorOf(
  { design, strata }: FrameCounts,
  coverage: readonly CoverageGroup[],
  sizes: Float64Array,
  lower: Float64Array,
): Allocator {
  const { method = 'proportional', deviations, costs } = design.allocation ?? {}
  const groups = coverage.flatMap(({ rule, share, members }): readonly AllocationFloor[] =>
    rule.of === 'sample' ? [{ members, share }] : [],
  )
  return new Allocator({
    sizes,
    lower,
    ...(method === 'equal' && { importance: new Float64Array(sizes.length).fill(1) }),
    ...((method === 'neyman' || method === 'cost') && { spreads: valuesByStratum(strata, 'deviations', deviations) }),
    ...(method === 'cost' && { costs: valuesByStratum(strata, 'costs', costs) }),
    groups,
  })
}
