/** Whole numbers by day, with sums over stretches of days. */
export class DailyCounts {
  private readonly byDay = new Map<number, number>()
  /** Days in order, and the sum of all before each; made anew after a change. */
  private days: readonly number[] | undefined
  private sums: readonly number[] = []

  /** @param day - days since 1970 */
  add(day: number, count: number): void {
    this.byDay.set(day, (this.byDay.get(day) ?? 0) + count)
    this.days = undefined
  }

  /** Both days included. */
  sum(from: number, through: number): number {
    const days = this.days ?? this.inOrder()
    return (this.sums[firstAfter(days, through)] ?? 0) - (this.sums[firstAfter(days, from - 1)] ?? 0)
  }

  private inOrder(): readonly number[] {
    const days = [...this.byDay.keys()].sort((a, b) => a - b)
    const sums = [0]
    for (const [index, day] of days.entries()) sums.push((sums[index] ?? 0) + (this.byDay.get(day) ?? 0))
    this.days = days
    this.sums = sums
    return days
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
