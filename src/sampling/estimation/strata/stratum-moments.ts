import type { DomainStratum } from './stratum-sample.js'

/** Sufficient statistics of one stratum, for means, rates and their variances. */
export interface StratumMoments {
  readonly size: number
  /** All calls drawn from the stratum. */
  readonly drawn: number
  /** Drawn calls of the domain. */
  readonly count: number
  /** Mean of the domain's values; 0 where there are none. */
  readonly mean: number
  /** Sum of squared deviations from `mean`. */
  readonly squares: number
  readonly least: number
  readonly greatest: number
}

/** Sums up one stratum in two passes, which stay exact where values are large compared with their spread. */
export function momentsOf(stratum: DomainStratum): StratumMoments {
  const { size, drawn, values } = stratum
  const count = values.length
  if (count === 0) return { size, drawn, count, mean: 0, squares: 0, least: 0, greatest: 0 }
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  let sum = 0
  for (const value of values) {
    sum += value
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  // Equal values have their mean exactly; a rounded one would leave a spread that is not there.
  if (least === greatest) return { size, drawn, count, mean: least, squares: 0, least, greatest }
  const first = sum / count
  let rest = 0
  let squares = 0
  for (const value of values) {
    rest += value - first
    squares += (value - first) ** 2
  }
  return { size, drawn, count, mean: first + rest / count, squares: squares - rest ** 2 / count, least, greatest }
}

/** Computes the moments of a 0/1 measure, from counts alone. */
export function countMoments(size: number, drawn: number, count: number, found: number): StratumMoments {
  const mean = count === 0 ? 0 : found / count
  return {
    size,
    drawn,
    count,
    mean,
    squares: count === 0 ? 0 : (found * (count - found)) / count,
    least: found === count && count > 0 ? 1 : 0,
    greatest: found > 0 ? 1 : 0,
  }
}
