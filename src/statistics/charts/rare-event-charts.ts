import { refuse } from '../../issues/refuse.js'
import { checkOpenShare, checkPositive, checkWhole } from '../check-arguments.js'
import { mean } from '../mean.js'
import { type ChartOptions, type ControlChart, chartOf, SHEWHART_SIGMAS } from './control-chart.js'

/** Limits of a g chart. */
export interface GChart {
  /** Mean number of clean calls between two events. */
  readonly center: number
  /** 3 standard deviations of a geometric count, at least 0. */
  readonly lower: number
  readonly upper: number
  /** Counts that chance goes below, or above, with at most half of 1 - `confidence` each; the ones to go by. */
  readonly probabilityLower: number
  readonly probabilityUpper: number
  /** For every point, whether it is beyond the probability limits: `few` clean calls, or `many`. */
  readonly signals: readonly ('few' | 'many' | undefined)[]
}

/**
 * A g chart: clean calls between rare events, such as vetoes; few between two is a warning.
 * Method: geometric distribution with p = 1 / (1 + mean); limits mean +- 3 sqrt(mean (mean + 1)) (Benneyan 2001), and
 * exact quantiles of the distribution, which is so skew that the former never warn of few.
 * @param input - `between`: whole numbers, 0 or more, in order of time; `confidence` of the quantiles, 0.9973 where absent
 * @throws CallgradeError `statistics/argument` for no or faulty counts
 * @example
 * gChart({ between: [8, 15, 3, 22] }).center //=> 12
 */
export function gChart({
  between,
  confidence = 0.9973,
}: {
  readonly between: readonly number[]
  readonly confidence?: number
}): GChart {
  if (between.length === 0) refuse('statistics/argument', ['between'], 'at least one', between)
  between.forEach((count, index) => checkWhole(`between[${index}]`, count, 0))
  checkOpenShare('confidence', confidence)
  const center = mean(between)
  const width = 3 * Math.sqrt(center * (center + 1))
  const tail = (1 - confidence) / 2
  const [probabilityLower, probabilityUpper] = [geometricQuantile(tail, center), geometricQuantile(1 - tail, center)]
  return {
    center,
    lower: Math.max(0, center - width),
    upper: center + width,
    probabilityLower,
    probabilityUpper,
    signals: between.map((count) => (count < probabilityLower ? 'few' : count > probabilityUpper ? 'many' : undefined)),
  }
}

/** The least count that is not exceeded with probability `p` or more: 1 - q^(k + 1) >= p. */
function geometricQuantile(p: number, expected: number): number {
  if (expected === 0) return 0
  // log q with q = mean / (1 + mean).
  const logarithm = -Math.log1p(1 / expected)
  const k = Math.ceil(Math.log1p(-p) / logarithm - 1 - 1e-9)
  return Math.max(0, k)
}

/** A t chart: the transformed times on an individuals chart. */
export interface TChart extends ControlChart {
  /** Times to the power of 1 / 3.6, which is what `points` hold. */
  readonly transformed: readonly number[]
  /** Mean of the moving ranges of two points. */
  readonly meanMovingRange: number
}

/** Makes Weibull times nearly normal (Nelson 1994). */
const WEIBULL_POWER = 1 / 3.6
/** Limits in mean moving ranges: 3 / 1.128 as tables give it, 1.128 being the mean range of two normal values. */
const MOVING_RANGE_WIDTH = 2.66

/**
 * A t chart: time between rare events, where calls are not counted.
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
