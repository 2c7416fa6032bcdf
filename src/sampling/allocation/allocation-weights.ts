import { multiply, ONE, type Rational, rational, rationalOf } from '../../rubric/exact/rational.js'

/**
 * Measures that set a stratum's part of the calls: A = importance x spread / sqrt(cost). Each column has one entry per
 * stratum.
 */
export interface AllocationMeasures {
  /** N: the most that a stratum can get, whole numbers. */
  readonly sizes: ArrayLike<number>
  /** The sizes for proportional and Neyman allocation, ones for an equal one; the sizes when left out. */
  readonly importance?: ArrayLike<number>
  /** S: standard deviation within the stratum; ones when left out. */
  readonly spreads?: ArrayLike<number>
  /** c: cost of one call, over 0; ones when left out. */
  readonly costs?: ArrayLike<number>
}

/**
 * Relative distance from which two priorities in doubles are surely in the right order. Each of the factors is off by
 * half a unit in the last place (2^-53) from its decimal, each of at most eight operations by another.
 */
const CERTAIN = 2 ** -48

/**
 * Orders strata by what their next call is worth: A^2 / (x (x + 1)) with x calls so far, exactly. A number means its
 * shortest decimal text. Strata with A = 0 come after all others and share by size, so that spreads that are all 0
 * allocate proportionally.
 */
export class AllocationWeights {
  /** A of each stratum, or its size where A is 0; within 2^-50. */
  readonly roots: Float64Array
  /** 1 where A is 0. */
  readonly isLast: Uint8Array
  private readonly importance: ArrayLike<number>
  private readonly spreads: ArrayLike<number> | undefined
  private readonly costs: ArrayLike<number> | undefined
  private readonly squares = new Map<number, Rational>()

  constructor(private readonly measures: AllocationMeasures) {
    const { sizes, importance = sizes, spreads, costs } = measures
    this.importance = importance
    this.spreads = spreads
    this.costs = costs
    this.roots = new Float64Array(sizes.length)
    this.isLast = new Uint8Array(sizes.length)
    for (let index = 0; index < sizes.length; index++) {
      const root = ((importance[index] as number) * (spreads?.[index] ?? 1)) / Math.sqrt(costs?.[index] ?? 1)
      this.isLast[index] = root === 0 ? 1 : 0
      this.roots[index] = root === 0 ? (sizes[index] as number) : root
    }
  }

  /** Returns the square root of the priority, in doubles; infinite for a first call. */
  priority(index: number, calls: number): number {
    return (this.roots[index] as number) / Math.sqrt(calls * (calls + 1))
  }

  /**
   * Compares two strata: negative when `left`, which has `leftCalls`, gets its next call before `right`; never 0 for
   * two strata.
   */
  compare(
    left: number,
    leftCalls: number,
    leftPriority: number,
    right: number,
    rightCalls: number,
    rightPriority: number,
  ) {
    if (this.isLast[left] !== this.isLast[right]) return (this.isLast[left] as number) - (this.isLast[right] as number)
    if (leftCalls === 0 || rightCalls === 0) {
      if (leftCalls !== rightCalls) return leftCalls - rightCalls
      return this.compareExactly(left, 1, right, 1)
    }
    if (Math.abs(leftPriority - rightPriority) > CERTAIN * Math.max(leftPriority, rightPriority))
      return rightPriority - leftPriority
    return this.compareExactly(left, leftCalls, right, rightCalls)
  }

  private compareExactly(left: number, leftCalls: number, right: number, rightCalls: number): number {
    if (this.isSame(left, right)) return leftCalls === rightCalls ? left - right : leftCalls - rightCalls
    const [a, b] = [this.square(left), this.square(right)]
    const [x, y] = [BigInt(leftCalls), BigInt(rightCalls)]
    const difference = b.numerator * a.denominator * x * (x + 1n) - a.numerator * b.denominator * y * (y + 1n)
    return difference === 0n ? left - right : difference < 0n ? -1 : 1
  }

  /**
   * Returns whether two strata are given by the same numbers: the usual tie, since sizes repeat, and it needs no
   * arithmetic.
   */
  private isSame(left: number, right: number): boolean {
    if (this.isLast[left] === 1) return this.roots[left] === this.roots[right]
    return (
      this.importance[left] === this.importance[right] &&
      this.spreads?.[left] === this.spreads?.[right] &&
      this.costs?.[left] === this.costs?.[right]
    )
  }

  /** Returns A^2, or the square of the size where A is 0. */
  private square(index: number): Rational {
    const known = this.squares.get(index)
    if (known) return known
    let square: Rational
    if (this.isLast[index] === 1) square = squareOf(this.measures.sizes[index] as number)
    else {
      square = multiply(squareOf(this.importance[index] as number), squareOf(this.spreads?.[index] ?? 1))
      const cost = this.costs?.[index]
      if (cost !== undefined) square = multiply(square, inverseOf(rationalOf(cost)))
    }
    this.squares.set(index, square)
    return square
  }
}

function squareOf(value: number): Rational {
  if (value === 1) return ONE
  const exact = rationalOf(value)
  return multiply(exact, exact)
}

function inverseOf({ numerator, denominator }: Rational): Rational {
  return rational(denominator, numerator)
}
