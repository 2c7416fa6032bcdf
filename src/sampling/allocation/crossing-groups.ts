import type { Issue } from '../../issues/issue.js'
import type { GroupFloor } from './group-floor.js'

/**
 * Names the first two groups that overlap without one holding the other. For such groups filling floor after floor is
 * not optimal, and whether floors can be met at all is no longer a matter of counting.
 * @param groups - from the inside out
 */
export function crossingGroups(groups: readonly GroupFloor[], strata: number): Issue | undefined {
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
