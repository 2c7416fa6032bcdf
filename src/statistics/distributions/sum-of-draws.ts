import { refuse } from '../../issues/refuse.js'
import { checkWhole } from '../check-arguments.js'
import { sum } from '../sum.js'
import { checkDraw } from './check-draw.js'
import type { Tails } from './discrete-quantile.js'
import { hypergeometricProbability, hypergeometricTails } from './hypergeometric.js'
import type { HypergeometricDraw } from './hypergeometric-draw.js'

/**
 * The sum of independent draws without replacement: marked calls drawn, stratum by stratum.
 * With the marked calls of window and reference together kept fixed it is the exact test that a group is no worse than
 * its reference once strata are allowed for (Gart 1970; Mantel and Haenszel's test without its approximation). Each
 * draw is a sum of independent trials of unequal probability (Vatutin and Mikhailov 1982), and so the sum is
 * Poisson-binomial.
 * Method: convolution of the probabilities; tails are sums of positive terms.
 * @example
 * sumOfDraws.survival(1, [{ population: 10, marked: 3, drawn: 4 }, { population: 8, marked: 2, drawn: 4 }]).toFixed(6) //=> '0.761905'
 */
export const sumOfDraws = Object.freeze({
  /**
   * Computes the probability of at most `k` marked in all draws together.
   * @param k - a whole number
   * @param draws - each with `population`, and of it `marked` and `drawn`
   * @throws CallgradeError `statistics/argument` when one of them is outside its range
   */
  cdf(k: number, draws: readonly HypergeometricDraw[]): number {
    return tailsAt(k, draws).lower
  },
  /**
   * Computes the probability of more than `k` marked in all draws together.
   * @param k - a whole number
   * @param draws - each with `population`, and of it `marked` and `drawn`
   * @throws CallgradeError `statistics/argument` when one of them is outside its range
   */
  survival(k: number, draws: readonly HypergeometricDraw[]): number {
    return tailsAt(k, draws).upper
  },
})

function tailsAt(k: number, draws: readonly HypergeometricDraw[]): Tails {
  checkWhole('k', k)
  if (!Array.isArray(draws)) refuse('statistics/argument', ['draws'], 'list', draws)
  for (const draw of draws) checkDraw('draws', draw)
  // A draw that leaves nothing to chance only shifts the sum.
  const [first, ...others] = draws.filter(isOpen)
  const certain = sum(
    draws.filter((draw) => !isOpen(draw)),
    leastOf,
  )
  if (!first) return k >= certain ? { lower: 1, upper: 0 } : { lower: 0, upper: 1 }
  if (others.length === 0) return hypergeometricTails(k - certain, first)
  let law = probabilitiesOf(first)
  for (const draw of others) law = convolved(law, probabilitiesOf(draw))
  const last = k - certain - law.from
  let [lower, upper] = [0, 0]
  // From the thin end of each tail inwards, so that small terms are not lost.
  for (let index = 0; index <= Math.min(last, law.values.length - 1); index++) lower += law.values[index] ?? 0
  for (let index = law.values.length - 1; index > Math.max(last, -1); index--) upper += law.values[index] ?? 0
  return { lower: Math.min(1, lower), upper: Math.min(1, upper) }
}

/** Probabilities of consecutive whole numbers, the first of `from`. */
interface Probabilities {
  readonly from: number
  readonly values: readonly number[]
}

/** Computes all probabilities that do not round to 0, outwards from the mode. */
function probabilitiesOf(draw: HypergeometricDraw): Probabilities {
  const { population, marked, drawn } = draw
  const [least, greatest] = [leastOf(draw), Math.min(marked, drawn)]
  const mode = Math.min(greatest, Math.max(least, Math.floor(((drawn + 1) * (marked + 1)) / (population + 2))))
  const below: number[] = []
  for (let k = mode - 1; k >= least; k--) {
    const probability = hypergeometricProbability(k, draw)
    if (probability === 0) break
    below.push(probability)
  }
  const above: number[] = []
  for (let k = mode; k <= greatest; k++) {
    const probability = hypergeometricProbability(k, draw)
    if (probability === 0) break
    above.push(probability)
  }
  return { from: mode - below.length, values: [...below.reverse(), ...above] }
}

function convolved(a: Probabilities, b: Probabilities): Probabilities {
  const values = new Float64Array(a.values.length + b.values.length - 1)
  a.values.forEach((first, i) => {
    b.values.forEach((second, j) => {
      values[i + j] = (values[i + j] ?? 0) + first * second
    })
  })
  return { from: a.from + b.from, values: [...values] }
}

function isOpen(draw: HypergeometricDraw): boolean {
  return leastOf(draw) < Math.min(draw.marked, draw.drawn)
}

function leastOf({ population, marked, drawn }: HypergeometricDraw): number {
  return Math.max(0, marked + drawn - population)
}
