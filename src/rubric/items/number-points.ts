import type { NumberDomain } from './value-domain.js'

/** Thresholds looked at together: more than people write, and few enough to compare all with all. */
const MAXIMUM_THRESHOLDS = 400

/**
 * Numbers that stand for all of a domain where only comparisons with the thresholds matter: each threshold, one between
 * each two, one beyond the outermost where the domain is open there. In rising order; undefined where there are too many.
 */
export function numberPoints(thresholds: Iterable<number>, domain: NumberDomain): readonly number[] | undefined {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, isWhole = false } = domain
  const marks = [...new Set([...thresholds, minimum, maximum])]
    .filter((mark) => Number.isFinite(mark))
    .sort((a, b) => a - b)
  if (marks.length > MAXIMUM_THRESHOLDS) return undefined
  const points: number[] = []
  for (const [index, mark] of marks.entries()) {
    if (isWhole) points.push(Math.floor(mark) - 1, Math.floor(mark), Math.ceil(mark), Math.ceil(mark) + 1)
    else {
      const next = marks[index + 1]
      if (index === 0) points.push(mark - 1)
      points.push(mark, next === undefined ? mark + 1 : mark + (next - mark) / 2)
    }
  }
  if (points.length === 0) points.push(0)
  return [...new Set(points)].filter((point) => point >= minimum && point <= maximum).sort((a, b) => a - b)
}
