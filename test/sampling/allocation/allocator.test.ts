import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AllocationColumns, Allocator } from '../../../src/sampling/allocation/allocator.js'

const columns = fc
  .array(
    fc.record({
      size: fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 100_000 })),
      spread: fc.constantFrom(0, 0.1, 0.2, 0.3, 0.5, 0.123456789, 7e-9, 1e6),
      lower: fc.nat(3),
      cost: fc.constantFrom(1, 2, 4, 0.37),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map(
    (strata): AllocationColumns => ({
      sizes: strata.map(({ size }) => size),
      spreads: strata.map(({ spread }) => spread),
      costs: strata.map(({ cost }) => cost),
      lower: strata.map(({ size, lower }) => Math.min(size, lower)),
    }),
  )

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0)

describe('Allocator', () => {
  it('lands at once where one call after the other leads', () => {
    fc.assert(
      fc.property(columns, fc.double({ min: 0, max: 1, noNaN: true }), (problem, part) => {
        const allocator = new Allocator(problem)
        const least = sum(problem.lower)
        const total = least + Math.floor(Math.min(allocator.greatestTotal - least, 3_000) * part)
        const path = allocator.pathFrom(least)
        for (let given = least; given < total; given++) path.advance()
        expect(allocator.at(total)).toEqual(path.counts)
      }),
      { numRuns: 300 },
    )
  })

  it('never takes a call away when the total grows, with minima, caps and floors in counts', () => {
    fc.assert(
      fc.property(
        columns,
        fc.nat(50),
        fc.nat(100_000),
        fc.integer({ min: 1, max: 500 }),
        (problem, floor, from, more) => {
          const members = [...Array(problem.sizes.length).keys()].filter((index) => index % 3 === 0)
          const size = members.reduce((all, index) => all + (problem.sizes[index] ?? 0), 0)
          const allocator = new Allocator({ ...problem, groups: [{ members, minimum: Math.min(size, floor) }] })
          expect(allocator.isMonotone).toBe(true)
          const totals = [from, from + more].map((total) => Math.min(total, allocator.greatestTotal))
          if (totals.some((total) => allocator.faultsAt(total).length > 0)) return
          const [small, great] = totals.map((total) => allocator.at(total))
          expect(small?.every((count, index) => count <= (great?.[index] ?? -1))).toBe(true)
          expect(great?.every((count, index) => count <= (problem.sizes[index] ?? -1))).toBe(true)
          expect(sum(great ?? [])).toBe(totals[1])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('takes a drawn plan as minima without shrinking it, spreads learnt since included', () => {
    fc.assert(
      fc.property(columns, columns, fc.nat(5_000), fc.nat(5_000), (problem, later, calls, more) => {
        const first = new Allocator(problem)
        const drawn = first.at(Math.min(first.greatestTotal, sum(problem.lower) + calls))
        const spreads = Array.from(drawn, (_, index) => later.spreads?.[index] ?? 0.4)
        const grown = new Allocator({ ...problem, spreads, lower: drawn })
        const counts = grown.at(Math.min(grown.greatestTotal, sum(drawn) + more))
        expect(counts.every((count, index) => count >= (drawn[index] ?? 0))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('can take calls away from a stratum when floors are shares of the sample', () => {
    // Floors ceil(0.3 n) on strata 0 and 1: two each up to n = 6, three each from n = 7, so that 1 is left for stratum 2.
    const groups = [
      { members: [0], share: 0.3 },
      { members: [1], share: 0.3 },
    ]
    const allocator = new Allocator({
      sizes: [1000, 1000, 1000],
      importance: [1, 1, 100],
      lower: [1, 1, 1],
      groups,
    })
    expect(allocator.isMonotone).toBe(false)
    expect([...allocator.at(6)]).toEqual([2, 2, 2])
    expect([...allocator.at(7)]).toEqual([3, 3, 1])
  })

  it('lets no group of too few calls for its share grow the sample', () => {
    // 7 calls are 0.3 of at most 23 (6.9, rounded up 7); 0.3 of 24 is 7.2, thus 8.
    const allocator = new Allocator({ sizes: [7, 500], lower: [1, 1], groups: [{ members: [0], share: 0.3 }] })
    expect(allocator.greatestTotal).toBe(23)
    expect([...allocator.at(23)]).toEqual([7, 16])
    expect(allocator.faultsAt(24)).toEqual([
      {
        code: 'sampling/infeasible-allocation',
        severity: 'error',
        path: ['groups', 0],
        details: { constraint: 'group', need: 8, available: 7, group: 1 },
      },
    ])
  })

  it('reads a share as the decimal that stands there', () => {
    // In doubles 0.07 x 100 is over 7 and would ask for 8.
    const allocator = new Allocator({ sizes: [9, 1000], lower: [1, 1], groups: [{ members: [0], share: 0.07 }] })
    expect(allocator.at(100)[0]).toBe(7)
  })

  it('splits 400,000 equal strata of ties in order', () => {
    const strata = 400_000
    const allocator = new Allocator({
      sizes: new Float64Array(strata).fill(10),
      lower: new Float64Array(strata).fill(1),
    })
    const counts = allocator.at(3 * strata + 7)
    expect([...counts.subarray(0, 8)]).toEqual([4, 4, 4, 4, 4, 4, 4, 3])
    expect(counts[strata - 1]).toBe(3)
  })

  it('decides ties between different strata exactly', () => {
    // A 1 and 6: 36 / (8 x 9) = 1 / (1 x 2). A sqrt(2) by cost 1/2: 2 / (3 x 4)= (1/sqrt 3)^2 / (1 x 2).
    const tie = (lower: readonly number[]) =>
      [...new Allocator({ sizes: [100, 100], importance: [1, 6], lower }).at(10)].join()
    expect(tie([1, 8])).toBe('2,8')
    const turned = new Allocator({ sizes: [100, 100], importance: [6, 1], lower: [8, 1] })
    expect([...turned.at(10)]).toEqual([9, 1])
    const byCost = new Allocator({ sizes: [99, 99], importance: [1, 1], costs: [0.5, 3], lower: [3, 1] })
    expect([...byCost.at(5)]).toEqual([4, 1])
    const costTurned = new Allocator({ sizes: [99, 99], importance: [1, 1], costs: [3, 0.5], lower: [1, 3] })
    expect([...costTurned.at(5)]).toEqual([2, 3])
    // 0.1 x 3 and 0.3 differ in doubles, not in decimals.
    const decimals = new Allocator({ sizes: [99, 99], importance: [3, 0.3], spreads: [0.1, 1], lower: [1, 1] })
    expect([...decimals.at(3)]).toEqual([2, 1])
    const turnedDecimals = new Allocator({ sizes: [99, 99], importance: [0.3, 3], spreads: [1, 0.1], lower: [1, 1] })
    expect([...turnedDecimals.at(3)]).toEqual([2, 1])
  })
})
