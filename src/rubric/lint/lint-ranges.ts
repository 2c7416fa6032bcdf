import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import type { Form, FormNode } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import type { NumericItem, NumericRange } from '../items/numeric/format.js'
import { type NumberDomain, numberPoints } from './number-points.js'

/** Numbers that no range takes, ranges that are never reached, and ranges that take each other's numbers. */
export function lintRanges(
  rubric: Rubric,
  form: Form,
  paths: ReadonlyMap<FormNode, readonly PathSegment[]>,
): readonly IssueDraft[] {
  return form.items.flatMap((node) => {
    const { source } = node
    if (source.kind !== 'numeric' || !source.ranges) return []
    const path = [...(paths.get(node) ?? []), 'ranges']
    const domain = numberDomain(source, rubric)
    const points = numberPoints(source.ranges.flatMap(boundsOf), domain)
    return points ? [...gaps(source.ranges, domain, points, path), ...overlaps(source.ranges, points, path)] : []
  })
}

/** What a measured item may be: within its own limits and those of its fact. */
export function numberDomain(item: NumericItem, { facts = {} }: Rubric): NumberDomain {
  const fact = item.fact === undefined ? undefined : facts[item.fact]
  const declared = fact?.type === 'number' || fact?.type === 'integer' ? fact : undefined
  const minimum = Math.max(...[item.minimum, declared?.minimum].filter((limit) => limit !== undefined))
  const maximum = Math.min(...[item.maximum, declared?.maximum].filter((limit) => limit !== undefined))
  return {
    ...(Number.isFinite(minimum) && { minimum }),
    ...(Number.isFinite(maximum) && { maximum }),
    isWhole: declared?.type === 'integer',
  }
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
      : [...ranges.flatMap(boundsOf), domain.minimum, domain.maximum].filter((bound) => bound !== undefined),
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
    const mine = points.filter((point) => takes(range, point))
    const earlier = ranges.slice(0, index)
    if (mine.every((point) => isTaken(earlier, point)))
      return [{ code: 'rubric/range-hidden', path: [...path, index], received: rangeText(range) }]
    // The first that fits wins, so that a range may well hold those before it, as "at most 30" holds "at most 15".
    const other = earlier.find((before) => {
      const theirs = points.filter((point) => takes(before, point))
      return theirs.some((point) => takes(range, point)) && !theirs.every((point) => takes(range, point))
    })
    return other
      ? [
          {
            code: 'rubric/range-overlap',
            path: [...path, index],
            received: rangeText(range),
            details: { other: rangeText(other) },
          },
        ]
      : []
  })
}

function boundsOf({ atLeast, above, atMost, below }: NumericRange): readonly number[] {
  return [atLeast, above, atMost, below].filter((bound) => bound !== undefined)
}

function isTaken(ranges: readonly NumericRange[], point: number | undefined): boolean {
  return point !== undefined && ranges.some((range) => takes(range, point))
}

function takes({ atLeast, above, atMost, below }: NumericRange, point: number): boolean {
  return (
    (atLeast === undefined || point >= atLeast) &&
    (above === undefined || point > above) &&
    (atMost === undefined || point <= atMost) &&
    (below === undefined || point < below)
  )
}

function rangeText({ atLeast, above, atMost, below }: NumericRange): string {
  const parts = [
    atLeast === undefined ? '' : `>= ${atLeast}`,
    above === undefined ? '' : `> ${above}`,
    atMost === undefined ? '' : `<= ${atMost}`,
    below === undefined ? '' : `< ${below}`,
  ]
  return parts.filter((part) => part !== '').join(', ') || excerptOf({})
}
