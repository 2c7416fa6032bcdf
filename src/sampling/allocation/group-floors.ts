import type { Issue } from '../../issues/issue.js'
import { type Rational, rationalOf } from '../../rubric/exact/rational.js'

/** Strata that together get at least so many calls: a count, or a share (0 to 1) of the whole sample, rounded up. */
export type AllocationFloor =
  | { readonly members: readonly number[]; readonly minimum: number; readonly share?: undefined }
  | { readonly members: readonly number[]; readonly share: number | Rational; readonly minimum?: undefined }

/** A floor ready for use. */
export interface GroupFloor {
  /** Place in the list as given. */
  readonly place: number
  /** Indices of strata, each once, ascending: ties go by order. */
  readonly members: readonly number[]
  /** Calls that there are in the members. */
  readonly size: number
  /** A count, or a share where `isShare`. */
  readonly floor: Rational
  readonly isShare: boolean
}

/** Floors from the inside out: a group stands after all groups within it. */
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

/** The calls that a group must get in a sample of `total`. */
export function floorAt({ floor, isShare }: GroupFloor, total: number): number {
  if (!isShare) return Number(floor.numerator)
  const { numerator, denominator } = floor
  return Number((numerator * BigInt(total) + denominator - 1n) / denominator)
}

/** The greatest sample of which a group can fill its share, floor(N / share); no limit for counts. */
export function capOf({ floor, isShare, size }: GroupFloor): number {
  if (!isShare || floor.numerator === 0n) return Number.POSITIVE_INFINITY
  return Number((BigInt(size) * floor.denominator) / floor.numerator)
}

/**
 * Names the first two groups that overlap without one holding the other. For such groups filling floor after floor is
 * not optimal, and whether floors can be met at all is no longer a matter of counting.
 * @param groups - from the inside out
 */
export function crossingOf(groups: readonly GroupFloor[], strata: number): Issue | undefined {
  // From the outside in, all members of a group must so far lie in the same innermost group.
  const innermost = new Int32Array(strata).fill(-1)
  for (const { place, members } of [...groups].reverse()) {
    const around = members[0] === undefined ? -1 : innermost[members[0]]
    for (const index of members) {
      const other = innermost[index]
      if (other === around) {
        innermost[index] = place
        continue
      }
      const crossed = Math.max(other ?? -1, -1) >= 0 ? (other as number) : (around as number)
      return {
        code: 'sampling/crossing-groups',
        severity: 'error',
        path: ['groups', Math.max(place, crossed)],
        details: { group: Math.max(place, crossed) + 1, other: Math.min(place, crossed) + 1 },
      }
    }
  }
  return undefined
}
