/** A problem small enough to try all allocations, with A^2 in whole numbers; shares no code with src. */
export interface SmallProblem {
  readonly sizes: readonly number[]
  readonly lower: readonly number[]
  readonly squares: readonly bigint[]
  /** From the inside out. */
  readonly floors: readonly { readonly members: readonly number[]; readonly calls: number }[]
  readonly total: number
}

/** A multiple of 1..12: makes A^2 / n whole. */
const MULTIPLE = 27_720n

/**
 * What is minimised, most important first: A^2 of strata without a call, sum A^2 / n of the others; then the same of the
 * strata with A = 0, with their sizes for A.
 */
export function objectiveOf({ sizes, squares }: SmallProblem, counts: readonly number[]): readonly bigint[] {
  const parts = [0n, 0n, 0n, 0n]
  for (const [index, count] of counts.entries()) {
    if (sizes[index] === 0) continue
    const square = squares[index] ?? 0n
    const at = (square === 0n ? 2 : 0) + (count === 0 ? 0 : 1)
    const weight = square === 0n ? BigInt(sizes[index] ?? 0) ** 2n : square
    parts[at] = (parts[at] ?? 0n) + (count === 0 ? weight : (weight * MULTIPLE) / BigInt(count))
  }
  return parts
}

export function compareObjectives(a: readonly bigint[], b: readonly bigint[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? 0n
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}

/** The least objective of all allocations that keep every rule; undefined where none does. */
export function leastObjective(problem: SmallProblem): readonly bigint[] | undefined {
  const { sizes, lower, floors, total } = problem
  let least: readonly bigint[] | undefined
  const counts: number[] = []
  const visit = (index: number, left: number): void => {
    if (index === sizes.length) {
      if (left !== 0) return
      for (const { members, calls } of floors)
        if (members.reduce((sum, member) => sum + (counts[member] ?? 0), 0) < calls) return
      const objective = objectiveOf(problem, counts)
      if (!least || compareObjectives(objective, least) < 0) least = objective
      return
    }
    for (let count = lower[index] ?? 0; count <= Math.min(sizes[index] ?? 0, left); count++) {
      counts[index] = count
      visit(index + 1, left - count)
    }
  }
  visit(0, total)
  return least
}

/** The documented order, call by call: groups from the inside out up to their floors, then all strata. */
export function greedyByHand({ sizes, lower, squares, floors, total }: SmallProblem): readonly number[] {
  const counts = [...lower]
  const isWorthMore = (a: number, b: number): boolean => {
    const [isZeroA, isZeroB] = [squares[a] === 0n, squares[b] === 0n]
    if (isZeroA !== isZeroB) return isZeroB
    const weight = (index: number) => (isZeroA ? BigInt(sizes[index] ?? 0) ** 2n : (squares[index] ?? 0n))
    const [x, y] = [BigInt(counts[a] ?? 0), BigInt(counts[b] ?? 0)]
    if (x === 0n || y === 0n) return x === y ? weight(a) > weight(b) : x === 0n
    return weight(a) * y * (y + 1n) > weight(b) * x * (x + 1n)
  }
  const fill = (members: readonly number[], calls: number): void => {
    const inOrder = [...members].sort((a, b) => a - b)
    for (let held = inOrder.reduce((sum, member) => sum + (counts[member] ?? 0), 0); held < calls; held++) {
      let best: number | undefined
      for (const index of inOrder)
        if ((counts[index] ?? 0) < (sizes[index] ?? 0) && (best === undefined || isWorthMore(index, best))) best = index
      if (best === undefined) throw new Error('no room')
      counts[best] = (counts[best] ?? 0) + 1
    }
  }
  for (const { members, calls } of floors) fill(members, calls)
  fill([...sizes.keys()], total)
  return counts
}
