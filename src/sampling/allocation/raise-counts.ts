import { AllocationQueue } from './allocation-queue.js'
import type { AllocationWeights } from './allocation-weights.js'

/** A step back from a threshold that covers all rounding in `countAt`, some 2^-49. */
const STEP_BACK = 1 - 2 ** -46
/** Relative width at which the search stops: no stratum has two calls with priorities so close. */
const NARROW = 1 + 2 ** -44

/** Counts that are raised in place, with the weights and sizes of their strata. */
export interface AllocationState {
  readonly weights: AllocationWeights
  readonly sizes: ArrayLike<number>
  readonly counts: Float64Array
}

/**
 * Gives further calls to some strata, with the same result as giving each in turn.
 * Method: the calls that the greedy gives are those of highest priority, thus all above some threshold. A threshold
 * that surely gives too few is found by halving, in O(H) a step; the queue gives the few that remain, exactly.
 * @param members - the strata that take part; between them they have room for all `calls`
 */
export function raiseCounts(state: AllocationState, members: ArrayLike<number>, calls: number): void {
  const { isLast } = state.weights
  const all = Int32Array.from(members)
  const rest = raiseAlike(
    state,
    all.filter((index) => isLast[index] === 0),
    calls,
  )
  if (rest > 0)
    raiseAlike(
      state,
      all.filter((index) => isLast[index] === 1),
      rest,
    )
}

/** Raises the counts of strata whose weights are all 0 or all above 0; returns the calls for which there is no room. */
function raiseAlike(state: AllocationState, members: Int32Array, calls: number): number {
  const { counts, sizes } = state
  // A first call has no finite priority: without it nothing is known of the stratum.
  const empty = members.filter((index) => counts[index] === 0 && (sizes[index] as number) > 0)
  if (calls <= empty.length) {
    giveOneByOne(state, empty, calls)
    return 0
  }
  for (const index of empty) counts[index] = 1
  const rest = calls - empty.length
  let room = 0
  for (const index of members) room += (sizes[index] as number) - (counts[index] as number)
  if (rest >= room) {
    for (const index of members) counts[index] = sizes[index] as number
    return rest - room
  }
  giveOneByOne(state, members, rest - raiseToThreshold(state, members, rest))
  return 0
}

/** Gives most of the calls at once; returns how many. */
function raiseToThreshold(state: AllocationState, members: Int32Array, calls: number): number {
  if (calls <= members.length / 8) return 0
  let before = 0
  let roots = 0
  for (const index of members) {
    before += state.counts[index] as number
    roots += state.weights.roots[index] as number
  }
  const target = before + calls
  let high = target / roots
  while (totalAt(state, members, high) < target) high *= 2
  let low = high / 2
  while (totalAt(state, members, low) > target) low /= 2
  high = Math.min(high, 2 * low)
  const enough = target - members.length / 16
  while (high > low * NARROW) {
    const middle = (low + high) / 2
    const total = totalAt(state, members, middle)
    if (total > target) high = middle
    else low = middle
    if (total <= target && total >= enough) break
  }
  const safe = low * STEP_BACK
  let after = 0
  for (const index of members) {
    const count = countAt(state, index, safe)
    state.counts[index] = count
    after += count
  }
  return after - before
}

function totalAt(state: AllocationState, members: Int32Array, scale: number): number {
  let total = 0
  for (let place = 0; place < members.length; place++) total += countAt(state, members[place] as number, scale)
  return total
}

/**
 * Computes the number of a stratum's calls with priority >= 1 / scale^2: the greatest n with (n - 1) n <= (A scale)^2.
 */
function countAt({ weights, counts, sizes }: AllocationState, index: number, scale: number): number {
  const root = (weights.roots[index] as number) * scale
  const count = Math.floor((1 + Math.sqrt(1 + 4 * root * root)) / 2)
  return Math.min(sizes[index] as number, Math.max(counts[index] as number, count))
}

function giveOneByOne({ weights, counts, sizes }: AllocationState, members: Int32Array, calls: number): void {
  if (calls === 0) return
  const queue = new AllocationQueue(weights, counts, sizes, members)
  for (let given = 0; given < calls; given++) queue.give()
}
