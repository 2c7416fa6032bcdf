import fc from 'fast-check'
import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import {
  binomial,
  cusum,
  ewmaChart,
  funnelLimits,
  gChart,
  type NelsonRule,
  nelsonRules,
  normal,
  pChart,
  runsOnOneSide,
  tChart,
  uChart,
} from '../../../src/statistics/index.js'

const ALL: readonly NelsonRule[] = [1, 2, 3, 4, 5, 6, 7, 8]
/** The points, from 0, that end a pattern of a rule. */
const endsOf = (z: readonly number[], rule: NelsonRule): readonly number[] =>
  nelsonRules(z, [rule]).flatMap((rules, index) => (rules.length > 0 ? [index] : []))

describe('Nelson rules, one pattern each', () => {
  test.each<[NelsonRule, readonly number[], readonly number[]]>([
    [1, [0, 3, 3.01, -3.2], [2, 3]],
    [2, [...Array(9).fill(0.1), 0.1, -1], [8, 9]],
    [3, [-1, -0.5, 0, 0.5, 1, 1.5, 1.4], [5]],
    [4, Array.from({ length: 14 }, (_, index) => (index % 2 === 0 ? 0.2 : -0.2)), [13]],
    [5, [2.1, 0, 2.2, 0, -2.2], [2]],
    [6, [1.1, 1.2, 0, 1.1, 1.3, 0.2], [4]],
    [7, Array(15).fill(0.5), [14]],
    [8, [1.1, -1.1, 1.2, -1.3, 1.1, 1.1, -1.1, -1.2], [7]],
  ])('rule %i', (rule, z, ends) => {
    expect(endsOf(z, rule)).toEqual(ends)
  })

  test('by default 1 and 2 are looked for, and the others by their number', () => {
    expect(nelsonRules([3.1, 2.9])).toEqual([[1], []])
    expect(nelsonRules([2.1, 2.2, 3.1], ALL)[2]).toEqual([1, 5])
  })

  test('ups and downs mirrored give the same signals', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { maxLength: 40 }), (z) => {
        const mirrored = z.map((value) => -value)
        expect(nelsonRules(mirrored, ALL)).toEqual(nelsonRules(z, ALL))
      }),
    )
  })

  test('a run on one side ends at the centre', () => {
    expect(runsOnOneSide([1, 1, 0, 1, 1, 1, -1], 3)).toEqual([false, false, false, false, false, true, false])
  })
})

describe('how often charts cry wolf', () => {
  test('all eight rules fire on 23.6 % of 24-point charts in control; rules 1 and 2 far less', () => {
    const random = seedrandom('nelson')
    const charts = 4_000
    let [all, two] = [0, 0]
    for (let chart = 0; chart < charts; chart++) {
      const z = Array.from({ length: 24 }, () => normal.quantile(random()))
      const signals = nelsonRules(z, ALL)
      if (signals.some((rules) => rules.length > 0)) all++
      if (signals.some((rules) => rules.includes(1) || rules.includes(2))) two++
    }
    const error = Math.sqrt((0.236 * 0.764) / charts)
    expect(Math.abs(all / charts - 0.236)).toBeLessThan(3.5 * error)
    expect(two / charts).toBeLessThan(0.13)
  })

  test('3-sigma limits of a p chart are passed by 2.3 % of points of five calls at 10 %, exact by enumeration', () => {
    // Limit .1 + 3 sqrt(.09 / 5) = .5025: three or more of five. Of the true share, P(X >= 3) = .00856; at 5 %: .5 or
    // more with limit .3424: P(X >= 2) = .0226.
    const beyond = (share: number): number => {
      const limit = share + 3 * Math.sqrt((share * (1 - share)) / 5)
      return binomial.survival(Math.floor(limit * 5), 5, share)
    }
    expect(beyond(0.05)).toBeCloseTo(0.0226, 4)
    expect(beyond(0.1)).toBeCloseTo(0.00856, 5)
  })
})

describe('charts', () => {
  test('the centre of a p chart is the pooled share of its base, limits follow the size', () => {
    const { center, points } = pChart({ counts: [2, 4, 30], sizes: [20, 40, 60], basePoints: 2 })
    expect(center).toBe(0.1)
    // .1 + 3 sqrt(.09 / 60) = .21619; 30 of 60 is far beyond.
    expect(points[2]).toMatchObject({ value: 0.5, isBeyond: true, signals: [1] })
    expect(points[2]?.upper).toBeCloseTo(0.21619, 5)
    expect(points[0]?.lower).toBe(0)
  })

  test('scaling counts and units of a u chart scales nothing but the spread', () => {
    const once = uChart({ counts: [3, 5, 4], sizes: [10, 10, 10] })
    const four = uChart({ counts: [12, 20, 16], sizes: [40, 40, 40] })
    expect(four.center).toBe(once.center)
    for (const [index, point] of four.points.entries())
      expect(point.z).toBeCloseTo(2 * (once.points[index]?.z ?? 0), 12)
  })

  test('a g chart warns of few clean calls by the quantiles alone, worked by hand', () => {
    // Mean 99: q = .99; P(X <= 0) = .01 is over .005, P(X <= 459) = 1 - .99^460 = .9902 is under .995.
    const chart = gChart({ between: [98, 100, 99, 99], confidence: 0.99 })
    expect([chart.center, chart.lower, chart.probabilityLower]).toEqual([99, 0, 0])
    // .99^(k + 1) <= .005: k + 1 >= 527.2.
    expect(chart.probabilityUpper).toBe(527)
    const rare = gChart({ between: Array(40).fill(999), confidence: 0.99 })
    // 1 - .999^(k + 1) >= .005: k + 1 >= 5.01.
    expect(rare.probabilityLower).toBe(5)
    expect(gChart({ between: [...Array(40).fill(1_023), 2], confidence: 0.99 }).signals.at(-1)).toBe('few')
  })

  test('adding the same to values and centre moves an EWMA and a CUSUM along', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: -100, max: 100 }),
        (values, shift) => {
          const moved = values.map((value) => value + shift)
          // No whole number lies on a limit of this sigma, where rounding alone would decide.
          const ewma = (list: readonly number[], center: number) => ewmaChart({ values: list, center, sigma: 9.7 })
          expect(ewma(moved, shift).map(({ isBeyond }) => isBeyond)).toEqual(
            ewma(values, 0).map(({ isBeyond }) => isBeyond),
          )
          expect(cusum({ values: moved, target: shift })).toMatchObject(
            cusum({ values, target: 0 }).map(({ high, low, signal }) => ({ high, low, signal })),
          )
        },
      ),
    )
  })

  test('a share of as many calls as there are is never beyond its own funnel at the target', () => {
    for (const trials of [5, 20, 100, 1_000]) {
      const [low, high] = funnelLimits({ trials, target: 0.9, probabilities: [0.025, 0.975] })
      expect(low?.limit).toBeLessThan(0.9)
      expect(high?.limit).toBeGreaterThan(0.9)
    }
  })

  test.each<[string, () => unknown]>([
    ['no counts', () => pChart({ counts: [], sizes: 5 })],
    ['more than there are', () => pChart({ counts: [6], sizes: 5 })],
    ['sizes that do not match', () => pChart({ counts: [1, 2], sizes: [5] })],
    ['a size of 0', () => uChart({ counts: [1], sizes: 0 })],
    ['no time', () => tChart({ between: [1] })],
    ['a time of 0', () => tChart({ between: [1, 0] })],
    ['half a call', () => gChart({ between: [0.5] })],
    ['no number', () => nelsonRules([Number.NaN])],
    ['rule 9', () => nelsonRules([1], [9 as NelsonRule])],
    ['lambda 0', () => ewmaChart({ values: [1], center: 0, sigma: 1, lambda: 0 })],
    ['decision 0', () => cusum({ values: [1], target: 0, decision: 0 })],
    ['target 1', () => funnelLimits({ trials: 5, target: 1 })],
  ])('%s is refused', (_name, call) => {
    expect(call).toThrow('statistics/argument')
  })
})
