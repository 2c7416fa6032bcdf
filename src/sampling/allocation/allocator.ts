import type { Issue } from '../../issues/issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { sum } from '../../statistics/sum.js'
import type { AllocationFloor } from './allocation-floor.js'
import { AllocationQueue } from './allocation-queue.js'
import { type AllocationMeasures, AllocationWeights } from './allocation-weights.js'
import { crossingGroups } from './crossing-groups.js'
import { capOf, floorAt, type GroupFloor, groupFloorsOf } from './group-floor.js'
import { raiseCounts } from './raise-counts.js'

/** A problem of allocation in columns, one entry a stratum, numbers already checked. */
export interface AllocationColumns extends AllocationMeasures {
  /** The fewest calls of each stratum, at most its size; whole numbers. */
  readonly lower: ArrayLike<number>
  /** Floors of groups, which are nested or disjoint. */
  readonly groups?: readonly AllocationFloor[]
}

/**
 * Allocates samples of any size over the same strata, as a search for a size needs.
 * Method: greedy on A^2 / (x (x + 1)), ties to the stratum that comes first. With group floors each group, from the
 * inside out, is first raised to its floor by the same greedy. That is exact for nested or disjoint groups: within a
 * group, an optimum is the greedy's allocation of the total that it gives the group. As that total is at least the
 * floor, it holds the allocation of the floor stratum by stratum, which can thus be taken as minima
 * (induction over the nesting; Federgruen and Groenevelt 1986; Hochbaum 1994). The counts of the strata only grow with
 * the total, unless a floor is a share of it.
 */
export class Allocator {
  /** True when no count ever falls as the total grows: no floor is a share of the sample. */
  readonly isMonotone: boolean
  /** No sample can be greater: all calls, or where a group has too few for its share. */
  readonly greatestTotal: number
  private readonly weights: AllocationWeights
  private readonly groups: readonly GroupFloor[]
  private readonly all: Int32Array
  private base: Float64Array | undefined

  /** @throws CallgradeError `sampling/crossing-groups` */
  constructor(private readonly columns: AllocationColumns) {
    const { sizes, groups = [] } = columns
    this.groups = groupFloorsOf(groups, sizes)
    const crossing = crossingGroups(this.groups, sizes.length)
    if (crossing) throwIssues([crossing])
    this.isMonotone = !this.groups.some(({ isShare }) => isShare)
    this.weights = new AllocationWeights(columns)
    this.all = Int32Array.from(sizes, (_, index) => index)
    this.greatestTotal = this.groups.reduce((least, group) => Math.min(least, capOf(group)), sum(sizes))
  }

  /**
   * Returns the reasons why a sample of `total` calls is impossible, each with the number needed and the number
   * available.
   */
  faultsAt(total: number): readonly Issue[] {
    const { sizes, lower } = this.columns
    const faults: Issue[] = []
    const refuse = (path: Issue['path'], constraint: string, need: number, available: number, group?: GroupFloor) =>
      faults.push({
        code: 'sampling/infeasible-allocation',
        severity: 'error',
        path,
        details: { constraint, need, available, ...(group && { group: group.place + 1 }) },
      })
    const [minima, maxima] = [sum(lower), sum(sizes)]
    if (total > maxima) refuse(['total'], 'sizes', total, maxima)
    if (minima > total) refuse(['total'], 'minima', minima, total)
    for (const group of [...this.groups].sort((a, b) => a.place - b.place)) {
      const floor = floorAt(group, total)
      if (floor > group.size) refuse(['groups', group.place], 'group', floor, group.size, group)
    }
    if (faults.length > 0 || this.groups.length === 0) return faults
    const forced = sum(this.forcedAt(total))
    if (forced > total) refuse(['total'], 'floors', forced, total)
    return faults
  }

  /**
   * Returns the calls of each stratum in a sample of `total`.
   * @throws CallgradeError `sampling/infeasible-allocation`
   */
  at(total: number): Float64Array {
    throwIssues(this.faultsAt(total))
    const counts = this.forcedAt(total).slice()
    raiseCounts({ weights: this.weights, sizes: this.columns.sizes, counts }, this.all, total - sum(counts))
    return counts
  }

  /**
   * Yields the allocations of `total` and of each total above it, in order; only where `isMonotone`.
   * @throws CallgradeError `sampling/infeasible-allocation`
   */
  pathFrom(total: number): AllocationPath {
    return new AllocationPath(this.weights, this.at(total), this.columns.sizes, this.all)
  }

  /** Returns the minima with all floors met by the fewest calls: part of every allocation of that total. */
  private forcedAt(total: number): Float64Array {
    if (this.base) return this.base
    const counts = Float64Array.from(this.columns.lower)
    const state = { weights: this.weights, sizes: this.columns.sizes, counts }
    for (const group of this.groups) {
      let held = 0
      for (const index of group.members) held += counts[index] as number
      const lack = floorAt(group, total) - held
      if (lack > 0) raiseCounts(state, group.members, lack)
    }
    if (this.isMonotone) this.base = counts
    return counts
  }
}

/** Allocations of growing totals, each one call more than the last. */
export class AllocationPath {
  private readonly queue: AllocationQueue

  constructor(
    weights: AllocationWeights,
    /** The calls of each stratum now; changes with `advance`. */
    readonly counts: Float64Array,
    sizes: ArrayLike<number>,
    members: ArrayLike<number>,
  ) {
    this.queue = new AllocationQueue(weights, counts, sizes, members)
  }

  /** True when every stratum is whole. */
  get isWhole(): boolean {
    return this.queue.isEmpty
  }

  /** Gives one more call and returns the index of its stratum. Only where not `isWhole`. */
  advance(): number {
    return this.queue.give()
  }
}
