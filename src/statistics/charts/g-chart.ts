import { refuse } from '../../issues/refuse.js'
import { checkOpenShare, checkWhole } from '../check-arguments.js'
import { mean } from '../mean.js'

/** Limits of a g chart. */
export interface GChart {
  /** Mean number of clean calls between two events. */
  readonly center: number
  /** 3 standard deviations of a geometric count, at least 0. */
  readonly lower: number
  readonly upper: number
  /** Counts that chance goes below, or above, with at most half of 1 - `confidence` each; preferred to the limits above. */
  readonly probabilityLower: number
  readonly probabilityUpper: number
  /** For every point, whether it is beyond the probability limits: `few` clean calls, or `many`. */
  readonly signals: readonly ('few' | 'many' | undefined)[]
}

/**
 * Makes a g chart: clean calls between rare events, such as vetoes; few between two is a warning.
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

/** Computes the least count that is not exceeded with probability `p` or more: 1 - q^(k + 1) >= p. */
function geometricQuantile(p: number, expected: number): number {
  if (expected === 0) return 0
  // log q with q = mean / (1 + mean).
  const logarithm = -Math.log1p(1 / expected)
  const k = Math.ceil(Math.log1p(-p) / logarithm - 1 - 1e-9)
  return Math.max(0, k)
}
