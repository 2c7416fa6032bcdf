import type { KeyedCall } from './keyed-call.js'

/**
 * Keeps the calls with the smallest keys of any number: a heap with the greatest key on top. A call that is not kept costs
 * one comparison of numbers.
 */
export class SmallestKeys {
  private readonly heap: KeyedCall[] = []
  /** The first 52 bits of the greatest key that is kept, or infinity while there is room. */
  limit: number

  constructor(private readonly capacity: number) {
    this.limit = capacity > 0 ? Number.POSITIVE_INFINITY : -1
  }

  add(call: KeyedCall): void {
    const { heap } = this
    if (heap.length < this.capacity) {
      heap.push(call)
      this.rise(heap.length - 1)
    } else if (heap[0] && call.key < heap[0].key) {
      heap[0] = call
      this.sink()
    }
    if (heap.length === this.capacity && heap[0]) this.limit = Number.parseInt(heap[0].key.slice(0, 13), 16)
  }

  /** Returns the calls by rising key. */
  sorted(): readonly KeyedCall[] {
    return [...this.heap].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  }

  private rise(from: number): void {
    const { heap } = this
    const call = heap[from]
    if (!call) return
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent]
      if (!above || above.key >= call.key) break
      heap[at] = above
      at = parent
    }
    heap[at] = call
  }

  private sink(): void {
    const { heap } = this
    const call = heap[0]
    if (!call) return
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      const left = heap[child]
      if (!left) break
      const right = heap[child + 1]
      if (right && right.key > left.key) child++
      const greater = heap[child]
      if (!greater || greater.key <= call.key) break
      heap[at] = greater
      at = child
    }
    heap[at] = call
  }
}
