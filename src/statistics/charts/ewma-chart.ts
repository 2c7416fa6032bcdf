import { refuse } from '../../issues/refuse.js'
import { checkFinite, checkPositive } from '../check-arguments.js'

/** One point of an EWMA chart. */
export interface EwmaPoint {
  readonly value: number
  /** The moving average up to this point. */
  readonly ewma: number
  readonly lower: number
  readonly upper: number
  readonly isBeyond: boolean
}

/** Input of an EWMA chart. */
export interface EwmaInput {
  /** In order of time. */
  readonly values: readonly number[]
  /** Target value. */
  readonly center: number
  /** Standard deviation of one value, or one for each where they are means of unequal size. */
  readonly sigma: number | readonly number[]
  /** Weight of the newest value, over 0, at most 1; small ones find small shifts. @defaultValue 0.2 */
  readonly lambda?: number
  /** Distance of the limits in standard deviations of the average. @defaultValue 3 */
  readonly width?: number
  /** Limits that widen from the first point on, or the ones that they tend to. @defaultValue time-varying */
  readonly limits?: 'time-varying' | 'asymptotic'
}

/**
 * Makes an EWMA chart: finds small lasting shifts that a Shewhart chart misses.
 * Method: z = lambda x + (1 - lambda) z, from the centre on; limits at `width` standard deviations of z, which with
 * unequal ones follow from the same recursion (Roberts 1959; Montgomery 9.2).
 * @throws CallgradeError `statistics/argument` for what is not finite or outside its range
 * @example
 * ewmaChart({ values: [52, 47], center: 50, sigma: 2.0539, lambda: 0.3 })[1]?.ewma //=> 49.52
 */
export function ewmaChart({
  values,
  center,
  sigma,
  lambda = 0.2,
  width = 3,
  limits = 'time-varying',
}: EwmaInput): readonly EwmaPoint[] {
  checkFinite('center', center)
  checkPositive('width', width)
  if (!(lambda > 0 && lambda <= 1)) refuse('statistics/argument', ['lambda'], '> 0, <= 1', lambda)
  const sigmas = typeof sigma === 'number' ? values.map(() => sigma) : sigma
  if (sigmas.length !== values.length)
    refuse('statistics/argument', ['sigma'], `${values.length} numbers`, sigmas.length)
  let [average, variance] = [center, 0]
  return values.map((value, index) => {
    const deviation = sigmas[index] ?? 0
    checkFinite(`values[${index}]`, value)
    checkPositive(`sigma[${index}]`, deviation)
    average = lambda * value + (1 - lambda) * average
    variance = lambda ** 2 * deviation ** 2 + (1 - lambda) ** 2 * variance
    const spread = limits === 'asymptotic' ? (deviation ** 2 * lambda) / (2 - lambda) : variance
    const half = width * Math.sqrt(spread)
    const [lower, upper] = [center - half, center + half]
    return { value, ewma: average, lower, upper, isBeyond: average < lower || average > upper }
  })
}
