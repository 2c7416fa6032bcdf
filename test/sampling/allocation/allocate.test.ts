import { describe, expect, it } from 'vitest'
import { type CallgradeError, isCallgradeError, messageOf } from '../../../src/issues/index.js'
import { type AllocateOptions, type AllocationStratum, allocate } from '../../../src/sampling/allocation/allocate.js'
import { boxAllocation } from '../../../src/sampling/allocation/box-allocation.js'

function refusal(call: () => unknown): CallgradeError {
  try {
    call()
  } catch (error) {
    if (isCallgradeError(error)) return error
  }
  throw new Error('not refused')
}

const two = [
  { key: 'sales', size: 900 },
  { key: 'care', size: 100 },
]

describe('allocate', () => {
  it('gives the spread-out stratum more than its share of calls', () => {
    const strata = [
      { key: 'sales', size: 900, spread: 0.5 },
      { key: 'care', size: 100, spread: 0.3 },
    ]
    expect(allocate(strata, 50)).toEqual({ sales: 47, care: 3 })
  })

  it('goes by size where nothing else is known, evenly when told, and by cost where costs are known', () => {
    expect(allocate(two, 50)).toEqual({ sales: 45, care: 5 })
    expect(allocate(two, 50, { method: 'equal' })).toEqual({ sales: 25, care: 25 })
    // 900 x .5 / 3 = 150 and 100 x .5 / 1 = 50 of 200.
    const costs = [
      { key: 'sales', size: 900, spread: 0.5, cost: 9 },
      { key: 'care', size: 100, spread: 0.5, cost: 1 },
    ]
    expect(allocate(costs, 40)).toEqual({ sales: 30, care: 10 })
  })

  it('takes any text for a key', () => {
    const strata = ['__proto__', 'constructor', '2026', '', '["A","早"]'].map((key) => ({ key, size: 10 }))
    const result = allocate(strata, 10)
    expect(Object.getOwnPropertyNames(result).sort()).toEqual(['', '2026', '["A","早"]', '__proto__', 'constructor'])
    expect(Object.entries(result).map(([, count]) => count)).toEqual([2, 2, 2, 2, 2])
  })

  it('gives a stratum without spread its minimum, and all without spread by size', () => {
    const strata = (spreads: readonly number[]) =>
      two.map((stratum, index) => ({ ...stratum, spread: spreads[index] ?? 0, minimum: 4 }))
    expect(allocate(strata([0.5, 0]), 50)).toEqual({ sales: 46, care: 4 })
    expect(allocate(strata([0, 0]), 50)).toEqual({ sales: 45, care: 5 })
    expect(allocate(strata([0, 0.5]), 150)).toEqual({ sales: 50, care: 100 })
  })

  it('takes a small stratum whole where its minimum is more', () => {
    expect(allocate([...two, { key: 'rare', size: 2, minimum: 8 }], 50)).toEqual({ sales: 43, care: 5, rare: 2 })
    expect(allocate([{ key: 'none', size: 0 }, ...two], 10)).toEqual({ none: 0, sales: 9, care: 1 })
    expect(allocate([], 0)).toEqual({})
  })

  it('is not changed by the unit of spreads or of costs', () => {
    const strata = Array.from({ length: 30 }, (_, index) => ({
      key: `s${index}`,
      size: 50 + 7 * index,
      spread: (1 + (index % 5)) / 4,
      cost: 1 + (index % 3),
    }))
    const scaled = strata.map((stratum) => ({ ...stratum, spread: stratum.spread * 64, cost: stratum.cost * 8 }))
    expect(allocate(scaled, 777)).toEqual(allocate(strata, 777))
  })

  it('keeps what rounding Neyman by largest remainders breaks', () => {
    // Neyman for 12 calls: 9.90, 1.98, 0.12; rounded 10, 2, 0: over the four calls of a, and none of c.
    const strata = [
      { key: 'a', size: 4, spread: 50 },
      { key: 'b', size: 40, spread: 1 },
      { key: 'c', size: 24, spread: 0.1 },
    ]
    expect(allocate(strata, 12)).toEqual({ a: 4, b: 7, c: 1 })
  })

  it('is better than the box optimum rounded by largest remainders in some cases, and worse in none', () => {
    let better = 0
    for (let turn = 0; turn < 400; turn++) {
      const boxes = Array.from({ length: 4 }, (_, index) => ({
        weight: 1 + ((turn * 37 + index * index * 101) % 97),
        minimum: 1,
        maximum: 4 + ((turn + index * 5) % 9),
      }))
      const total = 7 + (turn % 9)
      const exact = allocate(
        boxes.map(({ weight, maximum }, index) => ({ key: `s${index}`, size: maximum, spread: weight / maximum })),
        total,
      )
      const shares = boxAllocation(boxes, total)
      const rounded = shares.map(Math.floor)
      const order = [...shares.keys()].sort((a, b) => ((shares[b] ?? 0) % 1) - ((shares[a] ?? 0) % 1))
      for (const index of order.slice(0, total - rounded.reduce((a, b) => a + b, 0)))
        rounded[index] = (rounded[index] ?? 0) + 1
      const objective = (counts: readonly number[]) =>
        boxes.reduce((sum, { weight }, index) => sum + weight ** 2 / (counts[index] ?? 0), 0)
      const difference = objective(rounded) - objective(boxes.map((_, index) => exact[`s${index}`] ?? 0))
      expect(difference).toBeGreaterThan(-1e-6)
      if (difference > 1e-6) better++
    }
    expect(better).toBeGreaterThan(4)
  })

  it('fills the floor of a group with the calls that serve best there', () => {
    const strata = ['a', 'b', 'c'].map((key, index) => ({ key, size: 100 * (index + 1) }))
    expect(allocate(strata, 60)).toEqual({ a: 10, b: 20, c: 30 })
    expect(allocate(strata, 60, { groups: [{ members: ['a', 'b'], minimum: 42 }] })).toEqual({ a: 14, b: 28, c: 18 })
    const nested = [
      { members: ['b', 'a'], share: 0.7 },
      { members: ['a'], minimum: 20 },
    ]
    expect(allocate(strata, 60, { groups: nested })).toEqual({ a: 20, b: 22, c: 18 })
  })

  const impossible: readonly [string, number, readonly AllocationStratum[], AllocateOptions, object][] = [
    ['more calls than there are', 1001, two, {}, { constraint: 'sizes', need: 1001, available: 1000 }],
    [
      'minima over the total',
      5,
      two.map((stratum) => ({ ...stratum, minimum: 3 })),
      {},
      { constraint: 'minima', need: 6, available: 5 },
    ],
    [
      'a group without enough calls',
      200,
      two,
      { groups: [{ members: ['care'], minimum: 101 }] },
      { constraint: 'group', need: 101, available: 100, group: 1 },
    ],
    [
      'floors that together exceed the total',
      11,
      two,
      {
        groups: [
          { members: ['sales'], share: 0.5 },
          { members: ['care'], share: 0.5 },
        ],
      },
      { constraint: 'floors', need: 12, available: 11 },
    ],
  ]
  it.each(impossible)('refuses %s, naming need and stock', (_, total, strata, options, details) => {
    const error = refusal(() => allocate(strata, total, options))
    expect(error.issues).toMatchObject([{ code: 'sampling/infeasible-allocation', details }])
    for (const language of ['en', 'zh-CN'] as const)
      expect(messageOf(error.issues[0], language)).toContain(String((details as { need: number }).need))
  })

  it('refuses groups that overlap without nesting, and names them', () => {
    const strata = ['a', 'b', 'c', 'd'].map((key) => ({ key, size: 10 }))
    const crossing = (...groups: readonly string[]) =>
      refusal(() =>
        allocate(strata, 20, { groups: groups.map((members) => ({ members: members.split(''), minimum: 2 })) }),
      ).issues
    expect(crossing('ab', 'bc')).toMatchObject([{ code: 'sampling/crossing-groups', details: { group: 2, other: 1 } }])
    expect(crossing('abc', 'a', 'cd')).toMatchObject([{ details: { group: 3, other: 1 } }])
    expect(crossing('cd', 'a', 'bc')).toMatchObject([{ details: { group: 3, other: 1 } }])
    const ok = [
      ['abcd', 'ab', 'cd', 'a'],
      ['ab', 'ab'],
      ['', 'a'],
    ]
    for (const groups of ok)
      allocate(strata, 20, { groups: groups.map((members) => ({ members: members.split(''), share: 0 })) })
  })

  it('names every wrong argument in one pass', () => {
    const strata = [
      { key: 'a', size: -1, spread: -1 },
      { key: 'a', size: 1.5, minimum: Number.NaN },
      { key: 'c', size: 2 ** 53, spread: Number.POSITIVE_INFINITY, cost: 0 },
    ]
    const groups = [
      { members: ['x'], minimum: -1 },
      { members: ['a'], share: 30 },
    ]
    const paths = refusal(() => allocate(strata, 1.5, { groups })).issues.map(({ code, path }) => [
      code,
      path.join('.'),
    ])
    expect(paths.every(([code]) => code === 'sampling/argument')).toBe(true)
    expect(paths.map(([, path]) => path)).toEqual([
      'strata.0.size',
      'strata.0.spread',
      'strata.0.cost',
      'strata.1.key',
      'strata.1.size',
      'strata.1.minimum',
      'strata.1.spread',
      'strata.1.cost',
      'strata.2.size',
      'strata.2.spread',
      'strata.2.cost',
      'total',
      'groups.0.members.0',
      'groups.0.minimum',
      'groups.1.share',
    ])
    const method = 'neymann' as 'neyman' // what a caller without types may pass
    expect(refusal(() => allocate(two, 5, { method })).issues[0].path).toEqual(['method'])
  })
})
