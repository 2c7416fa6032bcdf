import type { AllocationWeights } from './allocation-weights.js'

/** Gives each call to the stratum where it lowers the variance most. A binary heap, O(log H) a call. */
export class AllocationQueue {
  private readonly heap: Int32Array
  private readonly priorities: Float64Array
  private length = 0

  /**
   * @param weights - of all strata
   * @param counts - calls of each stratum so far; changed by `give`
   * @param sizes - the most that each stratum can get
   * @param members - the strata that take part
   */
  constructor(
    private readonly weights: AllocationWeights,
    private readonly counts: Float64Array,
    private readonly sizes: ArrayLike<number>,
    members: ArrayLike<number>,
  ) {
    this.heap = new Int32Array(members.length)
    this.priorities = new Float64Array(counts.length)
    for (let place = 0; place < members.length; place++) {
      const index = members[place] as number
      if ((counts[index] as number) >= (sizes[index] as number)) continue
      this.priorities[index] = weights.priority(index, counts[index] as number)
      this.heap[this.length++] = index
    }
    for (let place = (this.length >> 1) - 1; place >= 0; place--) this.sink(place)
  }

  /** True when every stratum has all its calls. */
  get isEmpty(): boolean {
    return this.length === 0
  }

  /** Gives one more call and returns the index of its stratum. Only where not empty. */
  give(): number {
    const index = this.heap[0] as number
    const calls = (this.counts[index] as number) + 1
    this.counts[index] = calls
    if (calls < (this.sizes[index] as number)) this.priorities[index] = this.weights.priority(index, calls)
    else this.heap[0] = this.heap[--this.length] as number
    if (this.length > 1) this.sink(0)
    return index
  }

  private sink(from: number): void {
    const { heap, length } = this
    const index = heap[from] as number
    let place = from
    for (let child = 2 * place + 1; child < length; child = 2 * place + 1) {
      if (child + 1 < length && this.isBefore(heap[child + 1] as number, heap[child] as number)) child++
      if (this.isBefore(index, heap[child] as number)) break
      heap[place] = heap[child] as number
      place = child
    }
    heap[place] = index
  }

  private isBefore(left: number, right: number): boolean {
    const { counts, priorities } = this
    return (
      this.weights.compare(
        left,
        counts[left] as number,
        priorities[left] as number,
        right,
        counts[right] as number,
        priorities[right] as number,
      ) < 0
    )
  }
}
