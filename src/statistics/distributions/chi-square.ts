import { refuse } from '../../issues/refuse.js'
import { checkPositive, checkWhole } from '../check-arguments.js'
import { normal } from './normal.js'

/**
 * The chi-square distribution with a whole number of degrees of freedom.
 * Method: the finite sums of Abramowitz and Stegun (1964), 26.4.4 and 26.4.5.
 * @example
 * chiSquare.survival(3.841458820694124, 1) //=> 0.05000000000000006
 */
export const chiSquare = {
  /**
   * Computes the probability of more than x.
   * @param x - 0 or more
   * @param degreesOfFreedom - whole, 1 or more
   * @throws CallgradeError `statistics/argument`
   */
  survival(x: number, degreesOfFreedom: number): number {
    checkWhole('degreesOfFreedom', degreesOfFreedom, 1)
    if (x === 0) return 1
    if (!(x > 0)) refuse('statistics/argument', ['x'], '>= 0', x)
    if (x === Number.POSITIVE_INFINITY) return 0
    checkPositive('x', x)
    const isEven = degreesOfFreedom % 2 === 0
    let term = isEven ? Math.exp(-x / 2) : Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2)
    let total = isEven ? term : 2 * normal.survival(Math.sqrt(x)) + (degreesOfFreedom > 1 ? term : 0)
    for (let above = isEven ? 2 : 3; above < degreesOfFreedom; above += 2) {
      term *= x / above
      total += term
    }
    return Math.min(1, total)
  },
} as const
