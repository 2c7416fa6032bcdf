import { compareUtf8 } from '../../documents/compare-utf8.js'

/** The most frequent names, and those that a tie cut off. */
export interface MostMissed {
  /** Names, most frequent first; equal counts in order of their names. */
  readonly top: readonly string[]
  /** Names as frequent as the last one of `top` that had no place left. */
  readonly tiedOut: readonly string[]
}

/**
 * Lists the items missed most, and those that are cut off although they were missed as often as the last one listed.
 * @param counts - by name, whole numbers; names with 0 are left out
 * @param most - maximum length of the list, a whole number
 * @example
 * mostMissed({ greeting: 4, verify: 9, solution: 4, closing: 4, record: 7 }, 3)
 * //=> { top: ['verify', 'record', 'closing'], tiedOut: ['greeting', 'solution'] }
 */
export function mostMissed(counts: Readonly<Record<string, number>>, most: number): MostMissed {
  const ordered = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || compareUtf8(a, b))
  const top = ordered.slice(0, most)
  const least = top.at(-1)?.[1]
  return {
    top: top.map(([name]) => name),
    tiedOut: ordered
      .slice(most)
      .filter(([, count]) => count === least)
      .map(([name]) => name),
  }
}
