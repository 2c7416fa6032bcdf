import { type Rational, rationalOf } from '../../rubric/exact/rational.js'
import type { AllocationFloor } from './allocation-floor.js'

/** A floor ready for use. */
export interface GroupFloor {
  /** Place in the list as given. */
  readonly place: number
  /** Indices of strata, each once, ascending, since ties are decided by order. */
  readonly members: readonly number[]
  /** Calls that there are in the members. */
  readonly size: number
  /** A count, or a share where `isShare`. */
  readonly floor: Rational
  readonly isShare: boolean
}

/** Sorts floors from the inside out: a group comes after all groups within it. */
export function groupFloorsOf(floors: readonly AllocationFloor[], sizes: ArrayLike<number>): readonly GroupFloor[] {
  const groups = floors.map((floor, place): GroupFloor => {
    const members = [...new Set(floor.members)].sort((a, b) => a - b)
    let size = 0
    for (const index of members) size += sizes[index] as number
    return {
      place,
      members,
      size,
      floor: typeof floor.share === 'object' ? floor.share : rationalOf(floor.share ?? floor.minimum),
      isShare: floor.share !== undefined,
    }
  })
  return groups.sort((a, b) => a.members.length - b.members.length)
}

/** Computes the calls that a group must get in a sample of `total`. */
export function floorAt({ floor, isShare }: GroupFloor, total: number): number {
  if (!isShare) return Number(floor.numerator)
  const { numerator, denominator } = floor
  return Number((numerator * BigInt(total) + denominator - 1n) / denominator)
}

/** Computes the greatest sample whose share a group can fill, floor(N / share); no limit for counts. */
export function capOf({ floor, isShare, size }: GroupFloor): number {
  if (!isShare || floor.numerator === 0n) return Number.POSITIVE_INFINITY
  return Number((BigInt(size) * floor.denominator) / floor.numerator)
}
