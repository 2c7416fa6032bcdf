import { excerptOf } from '../../../issues/excerpt-of.js'
import type { PathSegment } from '../../../issues/issue.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { Rubric } from '../../format/rubric.js'
import { numberPoints } from '../number-points.js'
import type { NumberDomain } from '../value-domain.js'
import { numericDomain } from './domain.js'
import { isInRange } from './earn.js'
import type { NumericItem, NumericRange } from './format.js'
import { rangeText, TYPED_SIGNS } from './range-text.js'

/** Warns of numbers that no range takes, ranges that are never reached, and ranges that take each other's numbers. */
export function lintNumericItem(
  item: NumericItem,
  rubric: Rubric,
  itemPath: readonly PathSegment[],
): readonly IssueDraft[] {
  const { ranges } = item
  if (!ranges) return []
  const path = [...itemPath, 'ranges']
  const domain = numericDomain(item, rubric)
  const points = numberPoints(ranges.flatMap(limitsOf), domain)
  return points ? [...gaps(ranges, domain, points, path), ...overlaps(ranges, points, path)] : []
}

function gaps(
  ranges: readonly NumericRange[],
  domain: NumberDomain,
  points: readonly number[],
  path: readonly PathSegment[],
): readonly IssueDraft[] {
  const drafts: IssueDraft[] = []
  // Of whole numbers each stands for itself.
  const thresholds = new Set(
    domain.isWhole
      ? points.slice(domain.minimum === undefined ? 1 : 0, domain.maximum === undefined ? -1 : undefined)
      : [...ranges.flatMap(limitsOf), domain.minimum, domain.maximum].filter((bound) => bound !== undefined),
  )
  for (let index = 0; index < points.length; index++) {
    if (isTaken(ranges, points[index])) continue
    const first = index
    while (index + 1 < points.length && !isTaken(ranges, points[index + 1])) index++
    drafts.push({ code: 'rubric/range-gap', path, details: { gap: gapText(points, first, index, thresholds) } })
  }
  return drafts
}

/** From the first to the last number of a gap; those that are no thresholds stand for all up to the next one. */
function gapText(points: readonly number[], first: number, last: number, thresholds: ReadonlySet<number>): string {
  const [before, from = 0, to = 0, after] = [points[first - 1], points[first], points[last], points[last + 1]]
  if (from === to && thresholds.has(from)) return `= ${from}`
  const parts = [
    thresholds.has(from) ? `>= ${from}` : before === undefined ? '' : `> ${before}`,
    thresholds.has(to) ? `<= ${to}` : after === undefined ? '' : `< ${after}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function overlaps(
  ranges: readonly NumericRange[],
  points: readonly number[],
  path: readonly PathSegment[],
): readonly IssueDraft[] {
  return ranges.flatMap((range, index): readonly IssueDraft[] => {
    const mine = points.filter((point) => isInRange(range, point))
    const earlier = ranges.slice(0, index)
    if (mine.every((point) => isTaken(earlier, point)))
      return [{ code: 'rubric/range-hidden', path: [...path, index], received: boundsText(range) }]
    // The first that fits wins, so that a range may well hold those before it, as "at most 30" holds "at most 15".
    const other = earlier.find((before) => {
      const theirs = points.filter((point) => isInRange(before, point))
      return theirs.some((point) => isInRange(range, point)) && !theirs.every((point) => isInRange(range, point))
    })
    return other
      ? [
          {
            code: 'rubric/range-overlap',
            path: [...path, index],
            received: boundsText(range),
            details: { other: boundsText(other) },
          },
        ]
      : []
  })
}

function limitsOf({ atLeast, above, atMost, below }: NumericRange): readonly number[] {
  return [atLeast, above, atMost, below].filter((bound) => bound !== undefined)
}

function isTaken(ranges: readonly NumericRange[], point: number | undefined): boolean {
  return point !== undefined && ranges.some((range) => isInRange(range, point))
}

function boundsText(range: NumericRange): string {
  return rangeText(range, TYPED_SIGNS) || excerptOf({})
}
