import { boxAllocation } from '../../src/sampling/allocation/box-allocation.js'
import { budgetAllocation } from '../../src/sampling/allocation/budget-allocation.js'
import { integerBoxAllocation } from '../../src/sampling/allocation/integer-box-allocation.js'
import { neymanAllocation } from '../../src/sampling/allocation/neyman-allocation.js'
import { powerAllocation } from '../../src/sampling/allocation/power-allocation.js'
import { proportionalAllocation } from '../../src/sampling/allocation/proportional-allocation.js'
import { hexOf } from '../../src/sampling/keys/hex-of.js'
import { keyedUniform, uniformOf } from '../../src/sampling/keys/keyed-uniform.js'
import { selectionKey } from '../../src/sampling/keys/selection-key.js'
import { inclusionProbabilities } from '../../src/sampling/selection/inclusion-probabilities.js'
import { ppsWeights } from '../../src/sampling/selection/pps-weights.js'
import { minimumTotal } from '../../src/sampling/size/minimum-total.js'
import { stratifiedSampleSize } from '../../src/sampling/size/stratified-sample-size.js'

type Numbers = readonly number[]
interface Strata {
  readonly Nh: Numbers
  readonly Sh: Numbers
}
interface Boxes {
  readonly n: number
  readonly A: Numbers
  readonly m: Numbers
  readonly M: Numbers
}

const at = (values: Numbers, index: number): number => {
  const value = values[index]
  if (value === undefined) throw new Error(`no value at ${index}`)
  return value
}
const measured = ({ Nh, Sh }: Strata) => Nh.map((size, index) => ({ size, spread: at(Sh, index) }))
const boxes = ({ A, m, M }: Boxes) =>
  A.map((weight, index) => ({ weight, minimum: at(m, index), maximum: at(M, index) }))
const objective = ({ A }: Boxes, x: Numbers) => A.reduce((sum, weight, index) => sum + weight ** 2 / at(x, index), 0)
/** Any of the oracle's optima is right, so `optima` holds our one. */
const integerBox = (input: Boxes, floors: Parameters<typeof integerBoxAllocation>[2] = []) => {
  const x = integerBoxAllocation(boxes(input), input.n, floors)
  return { x, optima: [x], objective: objective(input, x) }
}

/** The library's answer to each oracle function, in the form of `expected`. */
export const allocationMethods = {
  proportional: ({ n, Nh }: { n: number; Nh: Numbers }) => ({ nh: proportionalAllocation(Nh, n) }),
  neyman: (input: Strata & { n: number }) => {
    const { counts, standardError } = neymanAllocation(measured(input), input.n)
    return { nh: counts, se: standardError }
  },
  optimalCost: (input: Strata & { ch: Numbers; cost: number }) => {
    const strata = measured(input).map((stratum, index) => ({ ...stratum, cost: at(input.ch, index) }))
    const { counts, standardError } = budgetAllocation(strata, input.cost)
    return { nh: counts, se: standardError }
  },
  powerAllocation: ({ n, X, CV, q }: { n: number; X: Numbers; CV: Numbers; q: number }) => ({
    nh: powerAllocation(
      X.map((importance, index) => ({ importance, variation: at(CV, index) })),
      n,
      { power: q },
    ),
  }),
  optBox: (input: Boxes) => {
    const x = boxAllocation(boxes(input), input.n)
    return { x, sumOfSquares: objective(input, x) }
  },
  optIntegerBox: (input: Boxes) => integerBox(input),
  optIntegerBoxGroupFloor: (input: Boxes & { group: Numbers; groupMin: number }) =>
    integerBox(input, [{ members: input.group, minimum: input.groupMin }]),
  optIntegerBoxLaminarFloors: (input: Boxes & { groups: readonly { members: Numbers; min: number }[] }) =>
    integerBox(
      input,
      input.groups.map(({ members, min }) => ({ members, minimum: min })),
    ),
  minTotalForVariance: (input: { N: Numbers; S: Numbers; varianceOfTotal: number; m: Numbers; M: Numbers }) => ({
    n: minimumTotal(
      input.N.map((size, index) => ({
        size,
        spread: at(input.S, index),
        minimum: at(input.m, index),
        maximum: at(input.M, index),
      })),
      input.varianceOfTotal,
    ),
  }),
  stratifiedSampleSize: (input: Strata & { e: number; level: number; allocation: 'prop' | 'opt' }) => ({
    n: stratifiedSampleSize(
      // samplingbook's deviations have the divisor N.
      measured(input).map(({ size, spread }) => ({ size, spread: spread * Math.sqrt(size / (size - 1)) })),
      {
        margin: input.e,
        confidence: input.level,
        method: input.allocation === 'opt' ? 'neyman' : 'proportional',
      },
    ),
  }),
  inclusionProbabilities: ({ size, n }: { size: Numbers; n: number }) => ({ pi: inclusionProbabilities(size, n) }),
  ppsWeights: ({ size, n, selected }: { size: Numbers; n: number; selected: Numbers }) => {
    const { weights, takeAll } = ppsWeights(
      size,
      n,
      selected.map((place) => place - 1),
    )
    return { weights, takeAll: takeAll.map((place) => place + 1) }
  },
  keyedUniform: ({ seed, id }: { seed: string; id: string }) => {
    const key = selectionKey(seed, id)
    const hex = hexOf(key)
    if (uniformOf(key) !== keyedUniform(seed, id)) throw new Error('two ways to one number differ')
    return { hex, k52: String(BigInt(`0x${hex.slice(0, 13)}`)), u: uniformOf(key) }
  },
  bottomK: (input: { seed: string; idPattern: string; from: number; to: number; n: number }) => {
    const [lead = '', width = ''] = input.idPattern.split(/%0(\d+)d/)
    const ids = Array.from(
      { length: input.to - input.from + 1 },
      (_, index) => lead + String(input.from + index).padStart(Number(width), '0'),
    )
    const keyed = ids.map((id) => ({ id, key: hexOf(selectionKey(input.seed, id)) }))
    keyed.sort((a, b) => (a.key < b.key ? -1 : 1))
    return { sample: keyed.slice(0, input.n).map(({ id }) => id) }
  },
}
