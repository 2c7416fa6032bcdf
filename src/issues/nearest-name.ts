/**
 * Finds the declared name that a misspelt one most likely meant, or undefined when none is near.
 * Method: Damerau-Levenshtein distance (optimal string alignment) over case-folded names, at most a third of the
 * name's length; ties go to the name declared first.
 * @example
 * nearestName('vetos', ['gates', 'vetoes']) //=> 'vetoes'
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(name)
  if (wanted === '' || wanted.length > MAXIMUM_NAME_LENGTH) return undefined
  const allowed = Math.max(1, Math.floor(wanted.length / 3))
  let best: string | undefined
  let bestDistance = allowed + 1
  let compared = 0
  for (const candidate of candidates) {
    if (++compared > MAXIMUM_CANDIDATES) break
    const folded = fold(candidate)
    if (folded.length > MAXIMUM_NAME_LENGTH || Math.abs(folded.length - wanted.length) >= bestDistance) continue
    const distance = distanceOf(wanted, folded)
    // A name of one or two letters is near to every other: it has to be the same but for case.
    if (
      distance < bestDistance &&
      distance < Math.max(wanted.length, folded.length, 2) - 1 + (distance === 0 ? 2 : 0)
    ) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Longer names are not compared, so that no document makes the search slow. */
const MAXIMUM_NAME_LENGTH = 64
const MAXIMUM_CANDIDATES = 2_000

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
}

function distanceOf(a: string, b: string): number {
  const width = b.length + 1
  let beforeLast = new Array<number>(width).fill(0)
  let last = Array.from({ length: width }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(width).fill(0)
    row[0] = i
    for (let j = 1; j < width; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      row[j] = least
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
