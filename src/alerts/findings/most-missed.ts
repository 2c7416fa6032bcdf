import { compareUtf8 } from '../../documents/compare-utf8.js'

/** The most frequent of many, and what a tie cut off. */
export interface MostMissed {
  /** Names, most frequent first; equal counts in order of their names. */
  readonly top: readonly string[]
  /** Names as frequent as the last one of `top` that had no place left. */
  readonly tiedOut: readonly string[]
}

/**
 * The items missed most, with ties told: what is cut off is as bad as the last that is named.
 * @param counts - by name, whole numbers; names missed never are not named
 * @param most - how many are wanted, a whole number
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
