/** Whole numbers by day, with sums over stretches of days. */
export class DailyCounts {
  private readonly byDay = new Map<number, number>()

  /** @param day - days since 1970 */
  add(day: number, count: number): void {
    this.byDay.set(day, (this.byDay.get(day) ?? 0) + count)
  }

  /** Both days included. */
  sum(from: number, through: number): number {
    let sum = 0
    if (through - from < this.byDay.size) for (let day = from; day <= through; day++) sum += this.byDay.get(day) ?? 0
    else for (const [day, count] of this.byDay) if (day >= from && day <= through) sum += count
    return sum
  }
}
