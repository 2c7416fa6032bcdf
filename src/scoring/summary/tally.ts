import { sortedRecord } from './sorted-record.js'
import type { Counts } from './summary.js'

/** Counts by id, while they grow. */
export class Tally {
  private readonly counts = new Map<string, number>()

  add(id: string, count = 1): void {
    this.counts.set(id, (this.counts.get(id) ?? 0) + count)
  }

  merge(counts: Counts): void {
    for (const [id, count] of Object.entries(counts)) this.add(id, count)
  }

  data(): Counts {
    return sortedRecord(this.counts, (count) => count)
  }
}
