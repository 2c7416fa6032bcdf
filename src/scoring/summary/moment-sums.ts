import type { Moments } from './summary.js'

/** Exact sums of values and their squares, while they grow. */
export class MomentSums {
  count = 0
  private sum = 0n
  private squares = 0n

  add(value: number): void {
    this.count++
    const units = BigInt(Math.round(value * 1e6))
    this.sum += units
    this.squares += units * units
  }

  merge(other: Moments): void {
    this.count += other.count
    this.sum += BigInt(other.sum)
    this.squares += BigInt(other.sumOfSquares)
  }

  data(): Moments {
    return { count: this.count, sum: String(this.sum), sumOfSquares: String(this.squares) }
  }
}
