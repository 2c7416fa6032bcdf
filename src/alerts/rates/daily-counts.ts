/** Whole numbers by day, with sums over stretches of days. */
export class DailyCounts {
  /** In order. */
  private readonly days: number[] = []
  private readonly counts: number[] = []
  /** The sum of all counts before each day, and of all at the end; right up to `summed`. */
  private readonly sums: number[] = [0]
  private summed = 0

  /** @param day - days since 1970 */
  add(day: number, count: number): void {
    // Days mostly come in order.
    const last = this.days.length - 1
    const index = this.days[last] === day ? last : firstAfter(this.days, day - 1)
    if (this.days[index] === day) this.counts[index] = (this.counts[index] ?? 0) + count
    else {
      this.days.splice(index, 0, day)
      this.counts.splice(index, 0, count)
    }
    this.summed = Math.min(this.summed, index)
  }

  /** Both days included. */
  sum(from: number, through: number): number {
    for (; this.summed < this.days.length; this.summed++)
      this.sums[this.summed + 1] = (this.sums[this.summed] ?? 0) + (this.counts[this.summed] ?? 0)
    return (this.sums[firstAfter(this.days, through)] ?? 0) - (this.sums[firstAfter(this.days, from - 1)] ?? 0)
  }
}

/** The place of the first day after `day`. */
function firstAfter(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low
}
