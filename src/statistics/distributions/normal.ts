import { checkNumber, checkShare } from '../check-arguments.js'
import { standardNormalQuantile } from './standard-normal-quantile.js'

/** Cody's rational approximations: 0 to 0.67448975, to sqrt(32), and beyond. */
const CENTRE_ABOVE = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
]
const CENTRE_BELOW = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673]
const MIDDLE_ABOVE = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
]
const MIDDLE_BELOW = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
  38912.00328609327, 19685.429676859992,
]
const FAR_ABOVE = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793,
]
const FAR_BELOW = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.00007297515550839662,
]
const ROOT_HALF_PI_INVERSE = 0.3989422804014327

/**
 * The standard normal distribution; relative error some 1e-15, in the tails too.
 * Method: Cody (1969), Math. Comp. 23, 631-637; quantile Wichura (1988), AS 241.
 * @example
 * normal.quantile(0.975) //=> 1.9599639845400536
 */
export const normal = Object.freeze({
  /**
   * Computes the probability of at most `z`.
   * @throws CallgradeError `statistics/argument` when `z` is no number
   * @example
   * normal.cdf(-10) //=> 7.619853024160527e-24
   */
  cdf(z: number): number {
    checkNumber('z', z)
    return lowerTail(z)
  },
  /**
   * Computes the probability of more than `z`.
   * @throws CallgradeError `statistics/argument` when `z` is no number
   */
  survival(z: number): number {
    checkNumber('z', z)
    return lowerTail(-z)
  },
  /**
   * Computes the value that is not exceeded with probability `p`.
   * @param p - 0 to 1; the ends give -Infinity and Infinity
   * @throws CallgradeError `statistics/argument` when `p` is no probability
   */
  quantile(p: number): number {
    checkShare('p', p)
    if (p === 0) return -Infinity
    return p === 1 ? Infinity : standardNormalQuantile(p)
  },
})

function lowerTail(z: number): number {
  const size = Math.abs(z)
  if (size <= 0.67448975) return 0.5 + z * ratio(CENTRE_ABOVE, CENTRE_BELOW, z * z)
  const tail = size < 50 ? density(size) * mills(size) : 0
  return z < 0 ? tail : 1 - tail
}

/** Computes exp(-z^2 / 2), with the square split so that its rounding is not magnified. */
function density(size: number): number {
  const head = Math.trunc(size * 16) / 16
  return Math.exp(-head * head * 0.5) * Math.exp(-(size - head) * (size + head) * 0.5)
}

function mills(size: number): number {
  if (size <= 5.656854249492381) return ratio(MIDDLE_ABOVE, MIDDLE_BELOW, size)
  const inverse = 1 / (size * size)
  return (ROOT_HALF_PI_INVERSE - inverse * ratio(FAR_ABOVE, FAR_BELOW, inverse)) / size
}

/** Divides one polynomial by another, both given by falling powers. */
function ratio(above: readonly number[], below: readonly number[], x: number): number {
  let numerator = 0
  let denominator = 0
  for (const coefficient of above) numerator = numerator * x + coefficient
  for (const coefficient of below) denominator = denominator * x + coefficient
  return numerator / denominator
}
