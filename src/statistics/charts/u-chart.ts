import { checkWhole } from '../check-arguments.js'
import { type ChartCounts, checkSeries, pooled, rulesOf } from './chart-counts.js'
import { type ControlChart, chartOf } from './control-chart.js'

/**
 * Makes a u chart: occurrences per unit, such as faults per call or complaints per thousand calls, over time.
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
