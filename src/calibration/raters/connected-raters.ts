import { groupBy } from '../../documents/group-by.js'
import type { RaterScore } from './rater-score.js'

/**
 * Groups raters who are linked through calls, directly or through others. Method: union-find.
 * @param shared - calls with two raters or more
 * @returns the groups, largest first
 */
export function connectedRaters(
  shared: readonly (readonly RaterScore[])[],
  names: readonly string[],
): readonly (readonly string[])[] {
  const parent = new Map(names.map((name) => [name, name]))
  const rootOf = (name: string): string => {
    let at = name
    for (let above = parent.get(at) ?? at; above !== at; above = parent.get(at) ?? at) at = above
    parent.set(name, at)
    return at
  }
  for (const own of shared) {
    const [first] = own
    if (first) for (const { raterId } of own) parent.set(rootOf(raterId), rootOf(first.raterId))
  }
  return [...groupBy(names, rootOf).values()].sort((a, b) => b.length - a.length)
}
