import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptancePlan,
  compareProportions,
  discoverySample,
  errorRateLimit,
  fisherExact,
  operatingCurve,
  proportionInterval,
  sampleSize,
  unroundedSampleSize,
} from '../../../src/statistics/index.js'

const Z95 = 1.959963984540054

describe('sampleSize', () => {
  it('exact: holds from here on and not one before, by brute force over 3 teeth', () => {
    for (const proportion of [0.05, 0.2, 0.25, 0.37, 0.5, 0.75, 0.93])
      for (const margin of [0.04, 0.07, 0.0735, 0.08, 0.1, 0.13, 0.15, 0.2]) {
        const size = sampleSize({ method: 'exact', margin, proportion })
        const last = size + Math.ceil(3 / Math.min(proportion, 1 - proportion))
        expect(halfWidth(size - 1, proportion), `${proportion} ${margin}`).toBeGreaterThan(margin)
        for (let n = size; n <= last; n++) {
          expect(halfWidth(n, proportion), `${proportion} ${margin} ${n}`).toBeLessThanOrEqual(margin)
        }
      }
  })
  it('wilson: the least whole number whose half width is within the margin', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 0.4, noNaN: true }),
        (proportion, margin) => {
          const size = sampleSize({ method: 'wilson', margin, proportion })
          const width = (n: number): number =>
            (Z95 / (1 + Z95 ** 2 / n)) * Math.sqrt((proportion * (1 - proportion)) / n + Z95 ** 2 / (4 * n * n))
          expect(width(size)).toBeLessThanOrEqual(margin * (1 + 1e-9))
          if (size > 1) expect(width(size - 1)).toBeGreaterThan(margin * (1 - 1e-9))
        },
      ),
    )
  })
  it('a population divides by 1 + (n0 - 1) / N, for each way to get n0', () => {
    // n0 = 104 for exact at 10 %: 104 / (1 + 103 / 300) = 77.4
    expect(sampleSize({ method: 'exact', margin: 0.1 })).toBe(104)
    expect(sampleSize({ method: 'exact', margin: 0.1, population: 300 })).toBe(78)
    // n0 = 93 for wilson at 10 %: z^2 (1 / (4 e^2) - 1) = 92.2; 93 / (1 + 92 / 300) = 71.2
    expect(sampleSize({ method: 'wilson', margin: 0.1 })).toBe(93)
    expect(sampleSize({ method: 'wilson', margin: 0.1, population: 300 })).toBe(72)
    // n0 = 96.04: 96.04 / (1 + 95.04 / 300) = 72.9
    expect(sampleSize({ method: 'cochran', margin: 0.1, population: 300 })).toBe(73)
  })
  it('the design effect multiplies n0', () => {
    expect(unroundedSampleSize({ method: 'cochran', margin: 0.1, designEffect: 2 })).toBeCloseTo(
      (2 * (Z95 * 0.5) ** 2) / 0.01,
      9,
    )
    expect(sampleSize({ method: 'exact', margin: 0.1, designEffect: 1.5 })).toBe(156)
  })
  it('never asks for more than there are, nor for none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('cochran' as const, 'wilson' as const, 'exact' as const),
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 2000 }),
        (method, margin, proportion, population) => {
          const size = sampleSize({ method, margin, proportion, population })
          expect(size).toBeGreaterThanOrEqual(1)
          expect(size).toBeLessThanOrEqual(population)
        },
      ),
    )
    expect(sampleSize({ method: 'mean', margin: 1, deviation: 0 })).toBe(1)
    expect(sampleSize({ method: 'cochran', margin: 0.05, proportion: 0, population: 1 })).toBe(1)
  })
})

function halfWidth(n: number, share: number): number {
  const product = n * share
  const floor = Math.floor(product)
  const x = product - floor === 0.5 ? floor + (floor % 2) : Math.round(product)
  const lower = x === 0 ? 0 : betaQuantile(0.025, x, n - x + 1)
  const upper = x === n ? 1 : betaQuantile(0.975, x + 1, n - x)
  return (upper - lower) / 2
}

/** Binomial coefficient in whole numbers. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n
  let product = 1n
  for (let i = 1; i <= k; i++) product = (product * BigInt(n - k + i)) / BigInt(i)
  return product
}

/** Ways to find at most `count`, of choose(population, drawn). */
function waysUpTo(count: number, population: number, marked: number, drawn: number): bigint {
  let ways = 0n
  for (let i = 0; i <= count; i++) ways += choose(marked, i) * choose(population - marked, drawn - i)
  return ways
}

describe('discovery', () => {
  it('equals brute force in whole numbers, ties included', () => {
    for (const population of [1, 2, 7, 20, 33])
      for (let violating = 1; violating <= population; violating++)
        for (let acceptable = 0; acceptable < Math.min(3, violating); acceptable++)
          for (const percent of [50, 90, 95]) {
            let n = acceptable + 1
            const isProof = () =>
              waysUpTo(acceptable, population, violating, n) * 100n <= BigInt(100 - percent) * choose(population, n)
            while (!isProof()) n++
            const input = { population, violating, acceptable, confidence: percent / 100 }
            expect(discoverySample(input), JSON.stringify(input)).toBe(n)
          }
  })
  it('0 wrong of 598 shows at most half a percent at 95 %, of 597 it does not', () => {
    expect(0.995 ** 598).toBeLessThanOrEqual(0.05)
    expect(0.995 ** 597).toBeGreaterThan(0.05)
    expect(discoverySample({ rate: 0.005, confidence: 0.95 })).toBe(598)
    // 1 - 0.05^(1/598)
    expect(errorRateLimit({ found: 0, checked: 598, confidence: 0.95 })).toBeCloseTo(1 - 0.05 ** (1 / 598), 14)
    expect(errorRateLimit({ found: 0, checked: 598, confidence: 0.95 })).toBeLessThan(0.005)
    expect(errorRateLimit({ found: 0, checked: 597, confidence: 0.95 })).toBeGreaterThan(0.005)
  })
  it('the limit after a discovery sample is under what it was to rule out, and one call less does not do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 3000 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(0.8, 0.9, 0.95, 0.99),
        (population, part, acceptable, confidence) => {
          const violating = Math.max(1, Math.floor(part * population))
          if (violating <= acceptable) return
          const checked = discoverySample({ population, violating, acceptable, confidence })
          const limit = errorRateLimit({ found: acceptable, checked, population, confidence })
          expect(Math.round(limit * population)).toBeLessThan(violating)
          if (checked === acceptable + 1) return
          const less = errorRateLimit({ found: acceptable, checked: checked - 1, population, confidence })
          expect(Math.round(less * population)).toBeGreaterThanOrEqual(violating)
        },
      ),
    )
  })
  it('a rate stands for the least number of calls that attains it, decimals read as written', () => {
    const ofHundred = (rate: number) => discoverySample({ rate, population: 100, confidence: 0.95 })
    expect(ofHundred(0.07)).toBe(discoverySample({ violating: 7, population: 100, confidence: 0.95 }))
    expect(ofHundred(0.061)).toBe(discoverySample({ violating: 7, population: 100, confidence: 0.95 }))
    expect(ofHundred(0.0001)).toBe(discoverySample({ violating: 1, population: 100, confidence: 0.95 }))
  })
  it('a probability of exactly the level is ruled out by both', () => {
    // None of 9 from 10 with one wrong: 1 / 10, and 1 - 0.9 is a little less than that as a double.
    expect(discoverySample({ violating: 1, population: 10, confidence: 0.9 })).toBe(9)
    expect(errorRateLimit({ found: 0, checked: 9, population: 10, confidence: 0.9 })).toBe(0)
  })
  it('all wrong leaves nothing to limit', () => {
    expect(errorRateLimit({ found: 5, checked: 5, confidence: 0.9 })).toBe(1)
    expect(errorRateLimit({ found: 5, checked: 5, population: 9, confidence: 0.9 })).toBe(1)
    expect(errorRateLimit({ found: 2, checked: 9, population: 9, confidence: 0.9 })).toBe(2 / 9)
  })
  it('the one-sided limit is the upper of a two-sided interval with twice the doubt', () => {
    const { upper } = proportionInterval({ method: 'exact', successes: 3, trials: 70, confidence: 0.9 })
    expect(errorRateLimit({ found: 3, checked: 70, confidence: 0.95 })).toBeCloseTo(upper, 12)
  })
})

describe('acceptance', () => {
  it('plans equal the search call by call of find.plan', () => {
    for (const [good, bad] of [
      [0.01, 0.05],
      [0.002, 0.03],
      [0.05, 0.2],
      [0.1, 0.15],
    ] as const)
      for (const [accept, refused] of [
        [0.95, 0.1],
        [0.9, 0.05],
        [0.99, 0.2],
      ] as const) {
        let [n, c] = [1, 0]
        for (;;) {
          if (binomialCdf(c, n, bad) > refused) n++
          else if (binomialCdf(c, n, good) < accept) c++
          else break
        }
        const plan = acceptancePlan({
          producer: { rate: good, acceptProbability: accept },
          consumer: { rate: bad, acceptProbability: refused },
        })
        expect(plan).toEqual({ checked: n, acceptable: c })
      }
  })
  it('plans for small lots do what they promise, and a smaller one with the same number does not', () => {
    for (const population of [20, 50, 200]) {
      const [producer, consumer] = [
        { rate: 0.05, acceptProbability: 0.95 },
        { rate: 0.2, acceptProbability: 0.1 },
      ]
      const { checked, acceptable } = acceptancePlan({ producer, consumer, population })
      const chance = (n: number, rate: number): number =>
        Number(
          (waysUpTo(acceptable, population, Math.round(rate * population), n) * 10n ** 15n) / choose(population, n),
        ) / 1e15
      expect(chance(checked, 0.05)).toBeGreaterThanOrEqual(0.95)
      expect(chance(checked, 0.2)).toBeLessThanOrEqual(0.1)
      expect(chance(checked - 1, 0.2)).toBeGreaterThan(0.1)
    }
  })
  it('the curve falls from 1 to 0', () => {
    const rates = Array.from({ length: 101 }, (_, index) => index / 100)
    for (const population of [undefined, 300]) {
      const curve = operatingCurve({ checked: 40, acceptable: 2, rates, ...(population && { population }) })
      expect([curve[0], curve[100]]).toEqual([1, 0])
      for (const [index, chance] of curve.entries()) expect(chance).toBeLessThanOrEqual(curve[index - 1] ?? 1)
    }
  })
})

describe('two samples', () => {
  it('12 of 60 against 4 of 58: z says .038, Fisher .058', () => {
    const input = { first: { successes: 12, trials: 60 }, second: { successes: 4, trials: 58 } }
    const { pTwoSided, pFisher } = compareProportions(input)
    expect(pTwoSided).toBeCloseTo(0.038, 3)
    expect(pFisher).toBeCloseTo(0.058, 3)
  })
  it('Fisher equals whole-number enumeration of all tables', () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([trials, part]) => ({ trials, successes: Math.round(trials * part) }))
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const [all, marked] = [first.trials + second.trials, first.successes + second.successes]
        const ways = (k: number) => choose(marked, k) * choose(all - marked, first.trials - k)
        const observed = ways(first.successes)
        let [less, greater, rare] = [0n, 0n, 0n]
        for (let k = 0; k <= first.trials; k++) {
          const own = ways(k)
          if (k <= first.successes) less += own
          if (k >= first.successes) greater += own
          if (own * 10_000_000n <= observed * 10_000_001n) rare += own
        }
        const total = Number(choose(all, first.trials))
        const result = fisherExact({ first, second })
        expect(result.twoSided / (Number(rare) / total)).toBeCloseTo(1, 10)
        expect(result.less / (Number(less) / total)).toBeCloseTo(1, 10)
        expect(result.greater / (Number(greater) / total)).toBeCloseTo(1, 10)
      }),
      { numRuns: 500 },
    )
  })
  it('samples of one size: the other tail is the mirror image, however it is rounded', () => {
    for (let trials = 1; trials <= 40; trials++)
      for (let one = 0; one <= trials; one += 3)
        for (let other = 0; other <= trials; other += 2) {
          const input = { first: { successes: one, trials }, second: { successes: other, trials } }
          const { twoSided, less, greater } = fisherExact(input)
          expect(twoSided, JSON.stringify(input)).toBeCloseTo(Math.min(1, 2 * Math.min(less, greater)), 12)
        }
  })
  it('is quick for large samples', () => {
    const first = { successes: 250_000, trials: 500_000 }
    expect(fisherExact({ first, second: first }).twoSided).toBe(1)
    // Nearly normal: z = 2 sqrt(n) 0.002, here 1.4142, two-sided p = .157
    const { pFisher, pYates } = compareProportions({ first, second: { successes: 249_293, trials: 500_000 } })
    expect(pFisher / pYates).toBeCloseTo(1, 3)
  })
})
