import { checkWhole } from '../check-arguments.js'
import { type ChartCounts, checkSeries, pooled, rulesOf } from './chart-counts.js'
import { type ControlChart, chartOf } from './control-chart.js'

/**
 * Makes a p chart: the share of calls that show something, over time.
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
