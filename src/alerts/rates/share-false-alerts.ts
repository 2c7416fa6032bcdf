import { countUpTo } from './count-up-to.js'

/** Groups of a review that can be tested, and the probability at which each fires. */
export interface TestableGroups {
  /** At or under this least probability a group is tested. */
  readonly limit: number
  readonly count: number
  /** At or under this probability a tested group fires. */
  readonly threshold: number
}

/**
 * Shares the false alerts that a level may have in a review over the groups that could fire at their share.
 * Method: Tarone (1990, Biometrics 46:515): the least K such that at most K groups could reach `falseAlerts` / K; these
 * are tested, each at `falseAlerts` over their number. Which groups are tested depends on how much was rated, never on
 * what was found, so that the expected false alerts are at most `falseAlerts`.
 * @param leastChances - of every group, the probability of the gravest outcome that it could have
 * @param falseAlerts - over 0
 * @example
 * shareFalseAlerts([0.001, 0.01, 0.2, 0.3], 0.05) //=> { limit: 0.025, count: 2, threshold: 0.025 }
 */
export function shareFalseAlerts(leastChances: readonly number[], falseAlerts: number): TestableGroups {
  const ascending = [...leastChances].sort((a, b) => a - b)
  let count = ascending.length
  for (let k = 1; k <= ascending.length; k++) {
    count = countUpTo(ascending, falseAlerts / k)
    if (count <= k) return { limit: falseAlerts / k, count, threshold: falseAlerts / Math.max(1, count) }
  }
  return { limit: falseAlerts / Math.max(1, count), count, threshold: falseAlerts / Math.max(1, count) }
}
