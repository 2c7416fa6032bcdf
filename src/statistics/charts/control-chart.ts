import { type NelsonRule, nelsonRules } from './nelson-rules.js'

/** One point of a chart over time, with the limits that chance alone rarely passes. */
export interface ChartPoint {
  /** Observed value, in the unit of the chart. */
  readonly value: number
  readonly center: number
  readonly lower: number
  readonly upper: number
  /** Distance from the centre in standard deviations; 0 where there is no spread. */
  readonly z: number
  /** Whether it is strictly below `lower` or above `upper`. */
  readonly isBeyond: boolean
  /** Nelson's rules whose pattern ends with this point, of those that were asked for. */
  readonly signals: readonly NelsonRule[]
}

/** A chart over time. */
export interface ControlChart {
  readonly center: number
  readonly points: readonly ChartPoint[]
}

/** Settings that charts share. */
export interface ChartOptions {
  /** Nelson's rules to look for. @defaultValue [1, 2] */
  readonly rules?: readonly NelsonRule[]
}

/** The customary distance of the limits, in standard deviations (Shewhart 1931). */
export const SHEWHART_SIGMAS = 3

/** Makes the points of a chart with limits around a centre, each with a standard deviation of its own. */
export function chartOf(
  center: number,
  values: readonly number[],
  deviations: readonly number[],
  range: { readonly least: number; readonly greatest: number },
  { rules }: ChartOptions,
): ControlChart {
  const z = values.map((value, index) => {
    const deviation = deviations[index] ?? 0
    return deviation > 0 ? (value - center) / deviation : 0
  })
  const signals = nelsonRules(z, rules)
  const points = values.map((value, index) => {
    const width = SHEWHART_SIGMAS * (deviations[index] ?? 0)
    const lower = Math.max(range.least, center - width)
    const upper = Math.min(range.greatest, center + width)
    return {
      value,
      center,
      lower,
      upper,
      z: z[index] ?? 0,
      isBeyond: value < lower || value > upper,
      signals: signals[index] ?? [],
    }
  })
  return { center, points }
}
