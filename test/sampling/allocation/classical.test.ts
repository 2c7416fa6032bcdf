import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxAllocation } from '../../../src/sampling/allocation/box-allocation.js'
import { budgetAllocation } from '../../../src/sampling/allocation/budget-allocation.js'
import { integerBoxAllocation } from '../../../src/sampling/allocation/integer-box-allocation.js'
import { neymanAllocation } from '../../../src/sampling/allocation/neyman-allocation.js'
import { powerAllocation } from '../../../src/sampling/allocation/power-allocation.js'
import { proportionalAllocation } from '../../../src/sampling/allocation/proportional-allocation.js'
import { inclusionProbabilities } from '../../../src/sampling/selection/inclusion-probabilities.js'
import { ppsWeights } from '../../../src/sampling/selection/pps-weights.js'
import { minimumTotal } from '../../../src/sampling/size/minimum-total.js'
import { stratifiedSampleSize } from '../../../src/sampling/size/stratified-sample-size.js'
import { greedyByHand } from './slow-allocation.js'

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const argument = expect.objectContaining({ code: 'sampling/argument' })
const infeasible = expect.objectContaining({ code: 'sampling/infeasible-allocation' })

const boxes = fc.array(
  fc
    .record({
      weight: fc.double({ min: 0.01, max: 1_000, noNaN: true }),
      minimum: fc.integer({ min: 0, max: 20 }),
      room: fc.integer({ min: 0, max: 30 }),
    })
    .map(({ weight, minimum, room }) => ({ weight, minimum, maximum: minimum + room })),
  { minLength: 1, maxLength: 12 },
)

describe('boxAllocation', () => {
  it('adds to the total, keeps its bounds, and gives free boxes in proportion to their weights', () => {
    fc.assert(
      fc.property(boxes, fc.double({ min: 0, max: 1, noNaN: true }), (list, part) => {
        const [least, most] = [sum(list.map(({ minimum }) => minimum)), sum(list.map(({ maximum }) => maximum))]
        const total = Math.round(least + part * (most - least))
        const x = boxAllocation(list, total)
        expect(Math.abs(sum(x) - total)).toBeLessThan(1e-8 * (1 + total))
        // The conditions of Karush, Kuhn and Tucker: no box can give to another and lower the sum.
        const canGive = list.flatMap((box, i) => ((x[i] ?? 0) > box.minimum + 1e-7 ? [box.weight / (x[i] ?? 0)] : []))
        const canTake = list.flatMap((box, i) => ((x[i] ?? 0) < box.maximum - 1e-7 ? [box.weight / (x[i] ?? 0)] : []))
        expect(Math.max(0, ...canTake)).toBeLessThanOrEqual(Math.min(...canGive, Number.POSITIVE_INFINITY) * (1 + 1e-6))
        for (const [i, { minimum, maximum }] of list.entries()) {
          expect(x[i]).toBeGreaterThanOrEqual(minimum)
          expect(x[i]).toBeLessThanOrEqual(maximum)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('refuses totals beyond the bounds', () => {
    const box = { weight: 1, minimum: 2, maximum: 5 }
    expect(() => boxAllocation([box], 1)).toThrow(infeasible)
    expect(() => boxAllocation([box], 6)).toThrow(infeasible)
    expect(() => boxAllocation([{ ...box, weight: 0 }], 3)).toThrow(argument)
    expect(() => boxAllocation([{ ...box, maximum: 1 }], 3)).toThrow(argument)
  })
})

describe('inclusionProbabilities', () => {
  it('add to the sample size, lie within 0 and 1, and are in proportion below 1', () => {
    const sizes = fc.array(fc.oneof(fc.nat(5), fc.double({ min: 0.01, max: 1e6, noNaN: true })), { minLength: 1 })
    fc.assert(
      fc.property(sizes, fc.nat(20), (list, asked) => {
        const sampleSize = Math.min(asked, list.filter((size) => size > 0).length)
        const p = inclusionProbabilities(list, sampleSize)
        expect(sum(p)).toBeCloseTo(sampleSize, 9)
        const ratios = list.flatMap((size, i) => ((p[i] ?? 0) > 0 && (p[i] ?? 0) < 1 ? [(p[i] ?? 0) / size] : []))
        for (const ratio of ratios) expect(ratio / (ratios[0] ?? 0)).toBeCloseTo(1, 9)
        for (const [i, size] of list.entries()) {
          expect((p[i] ?? -1) >= 0 && (p[i] ?? 2) <= 1).toBe(true)
          // Who is taken for sure would reach 1 at the common ratio too.
          if (p[i] === 1 && ratios[0] !== undefined) expect(size * ratios[0]).toBeGreaterThan(1 - 1e-9)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('refuses more units than have a size', () => {
    expect(() => inclusionProbabilities([1, 0], 2)).toThrow(argument)
    expect(() => inclusionProbabilities([1, -1], 1)).toThrow(argument)
    expect(() => ppsWeights([1, 1, 8], 2, [3])).toThrow(argument)
  })
})

describe('the classical formulas', () => {
  it('refuse sizes, spreads, costs and totals that are none', () => {
    const good = { size: 10, spread: 1, cost: 1 }
    for (const wrong of [
      { ...good, size: 0 },
      { ...good, spread: Number.NaN },
      { ...good, spread: -1 },
    ]) {
      expect(() => neymanAllocation([good, wrong], 5)).toThrow(argument)
      expect(() => budgetAllocation([good, wrong], 5)).toThrow(argument)
      expect(() => minimumTotal([good, wrong], 5)).toThrow(argument)
      expect(() => stratifiedSampleSize([good, wrong], { margin: 1, confidence: 0.95 })).toThrow(argument)
    }
    expect(() => budgetAllocation([{ ...good, cost: 0 }], 5)).toThrow(argument)
    expect(() => neymanAllocation([{ size: 10, spread: 0 }], 5)).toThrow(argument)
    expect(() => proportionalAllocation([10], -1)).toThrow(argument)
    expect(() => stratifiedSampleSize([good], { margin: 1, confidence: 95 })).toThrow(argument)
    expect(() => powerAllocation([{ importance: 1, variation: 1 }], 5, { power: 2 })).toThrow(argument)
    expect(() =>
      integerBoxAllocation([{ weight: 1, minimum: 0, maximum: 5 }], 2, [{ members: [1], minimum: 1 }]),
    ).toThrow(argument)
  })

  it('find the smallest total there is, by trying one after the other', () => {
    const strata = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 12 }), spread: fc.nat(6), minimum: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(strata, fc.nat(3_000), (list, variance) => {
        const sizes = list.map(({ size }) => size)
        const lower = list.map(({ size, minimum }) => Math.min(size, minimum))
        const squares = list.map(({ size, spread }) => BigInt(size * spread) ** 2n)
        // In parts of 27,720, which 1 to 12 divide.
        const varianceParts = (counts: readonly number[]) =>
          counts.reduce(
            (all, count, i) => all + (squares[i] ?? 0n) * (27_720n / BigInt(count) - 27_720n / BigInt(sizes[i] ?? 1)),
            0n,
          )
        let total = sum(lower)
        while (varianceParts(greedyByHand({ sizes, lower, squares, floors: [], total })) > 27_720n * BigInt(variance))
          total++
        expect(minimumTotal(list, variance)).toBe(total)
      }),
      { numRuns: 500 },
    )
  })

  it('tell when no sample is precise enough', () => {
    const strata = [{ size: 10, spread: 1, maximum: 5 }]
    // 100 x (1/5 - 1/10) = 10.
    expect(minimumTotal(strata, 10)).toBe(5)
    expect(() => minimumTotal(strata, 9.99)).toThrow(infeasible)
    expect(minimumTotal([{ size: 10, spread: 1 }], 0)).toBe(10)
  })
})
