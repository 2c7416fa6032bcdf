import { argumentIssue } from '../../issues/argument-issue.js'
import type { Issue } from '../../issues/issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { isCount } from '../arguments/is-count.js'
import { isMeasure } from '../arguments/is-measure.js'
import type { AllocationFloor } from './allocation-floor.js'
import { Allocator } from './allocator.js'

/** A part of the calls with a sample of its own. */
export interface AllocationStratum {
  /** Names the stratum in the result; each once. */
  readonly key: string
  /** Calls that there are, a whole number. */
  readonly size: number
  /** Standard deviation of what is measured, within the stratum; 0, or 1e-75 to 1e75. Given for all strata or none. */
  readonly spread?: number
  /** Cost of one call, in any unit, 1e-75 to 1e75. Given for all strata or none. */
  readonly cost?: number
  /**
   * The fewest calls, a whole number; all calls where there are fewer.
   * @defaultValue 1
   */
  readonly minimum?: number
}

/** Rule that shares the calls: by size, by size x spread, evenly, or by size x spread / sqrt(cost). */
export type AllocationMethod = 'proportional' | 'neyman' | 'equal' | 'cost'

/** Strata that together get at least `minimum` calls, or at least `share` (0 to 1) of the total, rounded up. */
export type AllocationGroup =
  | { readonly members: readonly string[]; readonly minimum: number; readonly share?: undefined }
  | { readonly members: readonly string[]; readonly share: number; readonly minimum?: undefined }

/** Settings of `allocate`. */
export interface AllocateOptions {
  /** @defaultValue `cost` where strata have costs, `neyman` where they have spreads, `proportional` otherwise */
  readonly method?: AllocationMethod
  /** Floors of groups of strata; of any two groups one holds the other, or they share no stratum. */
  readonly groups?: readonly AllocationGroup[]
}

/**
 * Splits a sample over strata so that the variance of the estimated total is least, in whole numbers.
 * Method: greedy on the priority A^2 / (x (x + 1)); exact (Wright 2012; Friedrich et al. 2015), group floors included.
 * A is size, size x spread, 1 or size x spread / sqrt(cost) by `method`. Ties go to the stratum given first. Strata of
 * spread 0 get their minimum, and share by size what the others cannot take. O(H log H), for any total.
 * @param strata - each with its size and spread; `minimum` <= n <= `size`
 * @param total - calls to allocate, a whole number
 * @returns the calls of each stratum by its key
 * @throws CallgradeError `sampling/infeasible-allocation` when the minima exceed `total`, `total` the sizes, or a floor
 * cannot be met; `sampling/crossing-groups`; `sampling/argument`
 * @example
 * allocate([{ key: 'sales', size: 900, spread: 0.5 }, { key: 'care', size: 100, spread: 0.3 }], 50)
 * //=> { sales: 47, care: 3 }
 */
export function allocate(
  strata: readonly AllocationStratum[],
  total: number,
  options: AllocateOptions = {},
): Record<string, number> {
  const method = options.method ?? methodFor(strata)
  const faults = [...strataFaults(strata, method)]
  if (!isCount(total)) faults.push(argumentIssue('sampling/argument', ['total'], 'integer >= 0', total))
  const indexOf = new Map(strata.map(({ key }, index) => [key, index]))
  const groups = (options.groups ?? []).map((group, place) => floorOf(group, place, indexOf, faults))
  throwIssues(faults)
  const sizes = Float64Array.from(strata, ({ size }) => size)
  const counts = new Allocator({
    sizes,
    lower: Float64Array.from(strata, ({ size, minimum = 1 }) => Math.min(size, minimum)),
    ...(method === 'equal' && { importance: new Float64Array(strata.length).fill(1) }),
    ...((method === 'neyman' || method === 'cost') && {
      spreads: Float64Array.from(strata, ({ spread = 1 }) => spread),
    }),
    ...(method === 'cost' && { costs: Float64Array.from(strata, ({ cost = 1 }) => cost) }),
    groups,
  }).at(total)
  return Object.fromEntries(strata.map(({ key }, index) => [key, counts[index] as number]))
}

function methodFor(strata: readonly AllocationStratum[]): AllocationMethod {
  if (strata.some(({ cost }) => cost !== undefined)) return 'cost'
  return strata.some(({ spread }) => spread !== undefined) ? 'neyman' : 'proportional'
}

function* strataFaults(strata: readonly AllocationStratum[], method: AllocationMethod): Iterable<Issue> {
  if (!['proportional', 'neyman', 'equal', 'cost'].includes(method))
    yield argumentIssue('sampling/argument', ['method'], '"proportional" | "neyman" | "equal" | "cost"', method)
  const needsSpread = method === 'neyman' || method === 'cost'
  const keys = new Set<string>()
  for (const [index, { key, size, spread, cost, minimum }] of strata.entries()) {
    const wrong = (field: string, expected: string, received: unknown) =>
      argumentIssue('sampling/argument', ['strata', index, field], expected, received)
    if (typeof key !== 'string' || keys.has(key)) yield wrong('key', 'string, once', key)
    keys.add(key)
    if (!isCount(size)) yield wrong('size', 'integer >= 0', size)
    if (minimum !== undefined && !isCount(minimum)) yield wrong('minimum', 'integer >= 0', minimum)
    if (spread === undefined ? needsSpread : spread !== 0 && !isMeasure(spread))
      yield wrong('spread', '0 | 1e-75..1e75', spread)
    if (cost === undefined ? method === 'cost' : !isMeasure(cost)) yield wrong('cost', '1e-75..1e75', cost)
  }
}

function floorOf(
  { members, minimum, share }: AllocationGroup,
  place: number,
  indexOf: ReadonlyMap<string, number>,
  faults: Issue[],
): AllocationFloor {
  const indices = members.map((key, position) => {
    const index = indexOf.get(key)
    if (index === undefined)
      faults.push(argumentIssue('sampling/argument', ['groups', place, 'members', position], 'key of a stratum', key))
    return index ?? 0
  })
  if (share === undefined) {
    if (!isCount(minimum))
      faults.push(argumentIssue('sampling/argument', ['groups', place, 'minimum'], 'integer >= 0', minimum))
    return { members: indices, minimum: isCount(minimum) ? minimum : 0 }
  }
  if (!(share >= 0 && share <= 1))
    faults.push(argumentIssue('sampling/argument', ['groups', place, 'share'], '0..1', share))
  return { members: indices, share: share >= 0 && share <= 1 ? share : 0 }
}
