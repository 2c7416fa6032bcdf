import { refuse } from '../../issues/refuse.js'
import { checkPositive } from '../check-arguments.js'
import { mean } from '../mean.js'
import { type ChartOptions, type ControlChart, chartOf, SHEWHART_SIGMAS } from './control-chart.js'

/** A t chart: the transformed times on an individuals chart. */
export interface TChart extends ControlChart {
  /** Times to the power of 1 / 3.6, which is what `points` hold. */
  readonly transformed: readonly number[]
  /** Mean of the moving ranges of two points. */
  readonly meanMovingRange: number
}

/** Power that makes Weibull times nearly normal (Nelson 1994). */
const WEIBULL_POWER = 1 / 3.6

/** Limits in mean moving ranges: 3 / 1.128 as tables give it, 1.128 being the mean range of two normal values. */
const MOVING_RANGE_WIDTH = 2.66

/**
 * Makes a t chart: time between rare events, where calls are not counted.
 * Method: times to the power of 1 / 3.6, then limits at 2.66 mean moving ranges (Nelson 1994; Montgomery 7.3.5).
 * @param input - `between`: times over 0 in any unit, in order of time, at least two; `rules`
 * @throws CallgradeError `statistics/argument` for fewer than two times, or one not over 0
 * @example
 * tChart({ between: [286, 948, 536] }).points.length //=> 3
 */
export function tChart({ between, rules }: { readonly between: readonly number[] } & ChartOptions): TChart {
  if (between.length < 2) refuse('statistics/argument', ['between'], 'at least two', between)
  between.forEach((time, index) => checkPositive(`between[${index}]`, time))
  const transformed = between.map((time) => time ** WEIBULL_POWER)
  const center = mean(transformed)
  const ranges = transformed.slice(1).map((value, index) => Math.abs(value - (transformed[index] ?? 0)))
  const meanMovingRange = mean(ranges)
  const deviation = (MOVING_RANGE_WIDTH / SHEWHART_SIGMAS) * meanMovingRange
  const chart = chartOf(
    center,
    transformed,
    transformed.map(() => deviation),
    { least: 0, greatest: Number.POSITIVE_INFINITY },
    rules ? { rules } : {},
  )
  return { ...chart, transformed, meanMovingRange }
}
