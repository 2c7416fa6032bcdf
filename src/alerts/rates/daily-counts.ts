import { countUpTo } from './count-up-to.js'

/** Whole numbers by day, with sums over spans of days. */
export class DailyCounts {
  /** In order. */
  private readonly days: number[] = []
  private readonly counts: number[] = []
  /** Sums of all counts before each day, and of all at the end; computed up to `summed`. */
  private readonly sums: number[] = [0]
  private summed = 0

  /**
   * Adds a count to a day.
   * @param day - days since 1970
   */
  add(day: number, count: number): void {
    // Days usually come in order.
    const last = this.days.length - 1
    const index = this.days[last] === day ? last : countUpTo(this.days, day - 1)
    if (this.days[index] === day) this.counts[index] = (this.counts[index] ?? 0) + count
    else {
      this.days.splice(index, 0, day)
      this.counts.splice(index, 0, count)
    }
    this.summed = Math.min(this.summed, index)
  }

  /** Returns the sum of the counts of some days, both ends included. */
  sum(from: number, through: number): number {
    for (; this.summed < this.days.length; this.summed++)
      this.sums[this.summed + 1] = (this.sums[this.summed] ?? 0) + (this.counts[this.summed] ?? 0)
    return (this.sums[countUpTo(this.days, through)] ?? 0) - (this.sums[countUpTo(this.days, from - 1)] ?? 0)
  }
}
