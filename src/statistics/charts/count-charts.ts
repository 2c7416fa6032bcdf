import { refuse } from '../../issues/refuse.js'
import { checkPositive, checkWhole } from '../check-arguments.js'
import { sum } from '../sum.js'
import { type ChartOptions, type ControlChart, chartOf } from './control-chart.js'

/** Counts over time, and of how much they are. */
export interface ChartCounts extends ChartOptions {
  /** Whole numbers, 0 or more, in order of time. */
  readonly counts: readonly number[]
  /** How much each count is of: one number for all, or one for each. */
  readonly sizes: number | readonly number[]
  /** How many of the first points the centre is taken from; all where absent. The others are watched. */
  readonly basePoints?: number
}

/**
 * A p chart: the share of calls that show something, over time.
 * Method: centre is the pooled share, limits 3 standard deviations of a share of that many calls (Montgomery, Introduction
 * to Statistical Quality Control, 7.2). With few calls the limits cry wolf: 2.3 % of points at 5 calls; use
 * `funnelLimits` there.
 * @param input - `counts` of `sizes` calls each, `basePoints`, `rules`
 * @throws CallgradeError `statistics/argument` for counts that are not whole or over their size, sizes not over 0
 * @example
 * pChart({ counts: [3, 2, 4, 18], sizes: 50, basePoints: 3 }).points[3]?.isBeyond //=> true
 */
export function pChart({ counts, sizes, basePoints, rules }: ChartCounts): ControlChart {
  const all = checkSeries(counts, sizes)
  counts.forEach((count, index) => checkWhole(`counts[${index}]`, count, 0, all[index]))
  const center = pooled(counts, all, basePoints)
  return chartOf(
    center,
    counts.map((count, index) => count / (all[index] ?? 1)),
    all.map((size) => Math.sqrt((center * (1 - center)) / size)),
    { least: 0, greatest: 1 },
    rulesOf(rules),
  )
}

/**
 * A u chart: occurrences per unit, such as faults per call or complaints per thousand calls, over time.
 * Method: centre is the pooled rate, limits 3 standard deviations of a Poisson count of that many units (Montgomery 7.3).
 * @param input - `counts` of `sizes` units each, which need not be whole, `basePoints`, `rules`
 * @throws CallgradeError `statistics/argument` for counts that are not whole, sizes not over 0
 * @example
 * uChart({ counts: [14, 12, 20], sizes: [10, 8, 13] }).center //=> 1.4838709677419355
 */
export function uChart({ counts, sizes, basePoints, rules }: ChartCounts): ControlChart {
  const all = checkSeries(counts, sizes)
  counts.forEach((count, index) => checkWhole(`counts[${index}]`, count, 0))
  const center = pooled(counts, all, basePoints)
  return chartOf(
    center,
    counts.map((count, index) => count / (all[index] ?? 1)),
    all.map((size) => Math.sqrt(center / size)),
    { least: 0, greatest: Number.POSITIVE_INFINITY },
    rulesOf(rules),
  )
}

function rulesOf(rules: ChartOptions['rules']): ChartOptions {
  return rules ? { rules } : {}
}

function checkSeries(counts: readonly number[], sizes: ChartCounts['sizes']): readonly number[] {
  if (counts.length === 0) refuse('statistics/argument', ['counts'], 'at least one', counts)
  const all = typeof sizes === 'number' ? counts.map(() => sizes) : sizes
  if (all.length !== counts.length) refuse('statistics/argument', ['sizes'], `${counts.length} numbers`, all.length)
  all.forEach((size, index) => checkPositive(`sizes[${index}]`, size))
  return all
}

function pooled(counts: readonly number[], sizes: readonly number[], basePoints = counts.length): number {
  checkWhole('basePoints', basePoints, 1, counts.length)
  return sum(counts.slice(0, basePoints)) / sum(sizes.slice(0, basePoints))
}
