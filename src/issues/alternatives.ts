/** Most names that are listed; further ones become `…`. */
const LISTED_NAMES = 20

/**
 * Joins names into the notation of `Issue.expected`.
 * @example
 * alternatives(['ratio', 'span']) //=> '"ratio" | "span"'
 */
export function alternatives(names: Iterable<string | number>): string {
  const all = [...names]
  const shown = all.slice(0, LISTED_NAMES).map((name) => JSON.stringify(name))
  return all.length > LISTED_NAMES ? `${shown.join(' | ')} | …` : shown.join(' | ')
}
