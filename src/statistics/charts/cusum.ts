import { checkFinite, checkPositive } from '../check-arguments.js'

/** One point of a CUSUM chart. */
export interface CusumPoint {
  readonly value: number
  /** Sum of what was above the target, in the unit of the values. */
  readonly high: number
  /** Sum of what was below it, as a number over 0. */
  readonly low: number
  readonly signal: 'high' | 'low' | undefined
}

/** Input of a CUSUM chart. */
export interface CusumInput {
  /** In order of time. */
  readonly values: readonly number[]
  readonly target: number
  /** Standard deviation of one value. @defaultValue 1 */
  readonly sigma?: number
  /** Half the shift worth finding, in standard deviations. @defaultValue 0.5 */
  readonly allowance?: number
  /** At more than this, in standard deviations, it signals. @defaultValue 5 */
  readonly decision?: number
}

/**
 * Makes a tabular CUSUM chart: adds up deviations from a target until they are more than chance would leave.
 * Method: C+ = max(0, C+ + x - target - k), C- likewise, without reset after a signal (Page 1954; Montgomery 9.1).
 * @param input - `values` and `target` in one unit; `sigma` their standard deviation, over 0; `allowance` k and
 * `decision` h in standard deviations
 * @throws CallgradeError `statistics/argument` for what is not finite or outside its range
 * @example
 * cusum({ values: [9.45, 7.99], target: 10 })[1]?.low //=> 1.5600000000000005
 */
export function cusum({ values, target, sigma = 1, allowance = 0.5, decision = 5 }: CusumInput): readonly CusumPoint[] {
  checkFinite('target', target)
  checkPositive('sigma', sigma)
  checkPositive('allowance', allowance)
  checkPositive('decision', decision)
  let [high, low] = [0, 0]
  return values.map((value, index) => {
    checkFinite(`values[${index}]`, value)
    high = Math.max(0, high + (value - target) - allowance * sigma)
    low = Math.max(0, low + (target - value) - allowance * sigma)
    const signal = high > decision * sigma ? 'high' : low > decision * sigma ? 'low' : undefined
    return { value, high, low, signal }
  })
}
