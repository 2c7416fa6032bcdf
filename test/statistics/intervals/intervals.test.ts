import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  differenceInterval,
  differenceOfIntervals,
  effectiveSampleSize,
  normal,
  proportionInterval,
} from '../../../src/statistics/index.js'
import { runs } from '../../support/runs.js'

const counts = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([trials, part]) => ({ trials, successes: Math.round(trials * part) }))
const confidences = fc.constantFrom(0.8, 0.9, 0.95, 0.99)

describe('proportionInterval', () => {
  it('exact and jeffreys: beta quantiles', () => {
    fc.assert(
      fc.property(counts, confidences, ({ successes, trials }, confidence) => {
        const tail = (1 - confidence) / 2
        const failures = trials - successes
        const exact = proportionInterval({ method: 'exact', successes, trials, confidence })
        expect(exact.lower).toBeCloseTo(successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1), 9)
        expect(exact.upper).toBeCloseTo(failures === 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures), 9)
        const jeffreys = proportionInterval({ method: 'jeffreys', successes, trials, confidence })
        expect(jeffreys.lower).toBeCloseTo(betaQuantile(tail, successes + 0.5, failures + 0.5), 9)
        expect(jeffreys.upper).toBeCloseTo(betaQuantile(1 - tail, successes + 0.5, failures + 0.5), 9)
      }),
    )
  })
  it('wilson: at each limit the score test is just at its level', () => {
    fc.assert(
      fc.property(counts, confidences, ({ successes, trials }, confidence) => {
        const z = normal.quantile((1 + confidence) / 2)
        const { lower, upper } = proportionInterval({ method: 'wilson', successes, trials, confidence })
        for (const limit of [lower, upper].filter((share) => share > 0 && share < 1)) {
          const score = (successes / trials - limit) / Math.sqrt((limit * (1 - limit)) / trials)
          expect(Math.abs(score)).toBeCloseTo(z, 8)
        }
      }),
    )
  })
  it('none found begins at 0, all found ends at 1; jeffreys keeps off both', () => {
    for (const method of ['wilson', 'exact'] as const) {
      expect(proportionInterval({ method, successes: 0, trials: 30 }).lower).toBe(0)
      expect(proportionInterval({ method, successes: 30, trials: 30 }).upper).toBe(1)
    }
    expect(proportionInterval({ method: 'jeffreys', successes: 0, trials: 30 }).lower).toBeGreaterThan(0)
    expect(proportionInterval({ method: 'jeffreys', successes: 30, trials: 30 }).upper).toBeLessThan(1)
  })
  it('none of 60 at 95 %: the exact upper limit is 1 - 0.025^(1/60)', () => {
    const { upper } = proportionInterval({ method: 'exact', successes: 0, trials: 60 })
    expect(upper).toBeCloseTo(1 - 0.025 ** (1 / 60), 14)
  })
  it('holds the found share, and what is not found has the mirrored interval', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 5000 }), confidences, ({ successes, trials }, more, confidence) => {
        const population = trials + more
        const common = { trials, confidence }
        for (const method of ['wilson', 'exact', 'jeffreys', 'hypergeometric'] as const) {
          const input = method === 'hypergeometric' ? { method, population, ...common } : { method, ...common }
          const found = proportionInterval({ ...input, successes })
          const others = proportionInterval({ ...input, successes: trials - successes })
          expect(found.lower).toBeCloseTo(1 - others.upper, 12)
          expect(found.upper).toBeCloseTo(1 - others.lower, 12)
          if (method === 'jeffreys') continue
          // Limits that are whole counts of the population can miss a share of the sample by one of them.
          const slack = method === 'hypergeometric' ? 1 / population : 1e-15
          expect(found.lower).toBeLessThanOrEqual(successes / trials + slack)
          expect(found.upper).toBeGreaterThanOrEqual(successes / trials - slack)
        }
      }),
    )
  })
  it('a finite population narrows the exact interval, and being whole leaves no doubt', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 100_000 }), ({ successes, trials }, more) => {
        const population = trials + more
        const exact = proportionInterval({ method: 'exact', successes, trials })
        const finite = proportionInterval({ method: 'hypergeometric', successes, trials, population })
        expect(finite.lower).toBeGreaterThanOrEqual(exact.lower - 1 / population)
        expect(finite.upper).toBeLessThanOrEqual(exact.upper + 1 / population)
        const whole = proportionInterval({ method: 'hypergeometric', successes, trials, population: trials })
        expect(whole).toEqual({ lower: successes / trials, upper: successes / trials })
      }),
    )
  })
  it('hypergeometric: 5 of 30 from 60 gives 5 and 17 marked', () => {
    // P(X >= 5 | 5) = C(30,5) / C(60,5) = 142506 / 5461512 = 0.0261; 4 marked cannot give 5.
    // P(X <= 5 | 17) = 0.0420, P(X <= 5 | 18) = 0.0235, summed in whole numbers.
    const limits = proportionInterval({ method: 'hypergeometric', successes: 5, trials: 30, population: 60 })
    expect(limits).toEqual({ lower: 5 / 60, upper: 17 / 60 })
  })
  it('hypergeometric: a probability of exactly the level is within', () => {
    // None of 39 from 40 with one marked: 1 / 40 = 0.025.
    const limits = proportionInterval({ method: 'hypergeometric', successes: 0, trials: 39, population: 40 })
    expect(limits).toEqual({ lower: 0, upper: 1 / 40 })
  })
  it('korn-graubard at a whole size is exact', () => {
    fc.assert(
      fc.property(counts, ({ successes, trials }) => {
        const proportion = successes / trials
        const limits = proportionInterval({ method: 'korn-graubard', proportion, effectiveSize: trials })
        const exact = proportionInterval({ method: 'exact', successes, trials })
        expect(limits.lower).toBeCloseTo(exact.lower, 11)
        expect(limits.upper).toBeCloseTo(exact.upper, 11)
      }),
    )
  })
  it('the effective size of a simple random sample is its own, and the cap is never passed', () => {
    const simple = { proportion: 0.2, standardError: Math.sqrt((0.2 * 0.8) / 100), sampleSize: 100 }
    expect(effectiveSampleSize({ ...simple, designDegreesOfFreedom: 99 })).toBeCloseTo(100, 9)
    expect(effectiveSampleSize({ ...simple, designDegreesOfFreedom: 99, effectiveSizeCap: 60 })).toBe(60)
    const none = { proportion: 0, standardError: 0, sampleSize: 100, designDegreesOfFreedom: 95 }
    expect(effectiveSampleSize({ ...none, effectiveSizeCap: 60 })).toBe(60)
    const limits = proportionInterval({ method: 'korn-graubard', ...none, effectiveSizeCap: 60 })
    expect(limits).toEqual(proportionInterval({ method: 'exact', successes: 0, trials: 60 }))
  })
  it('logit: symmetric around ln(p / (1 - p))', () => {
    const { lower, upper } = proportionInterval({ method: 'logit', proportion: 0.2, standardError: 0.04 })
    const logit = (share: number) => Math.log(share / (1 - share))
    // 1.959964 x 0.04 / (0.2 x 0.8) = 0.489991
    expect(logit(upper) - logit(0.2)).toBeCloseTo(0.489991, 6)
    expect(logit(0.2) - logit(lower)).toBeCloseTo(0.489991, 6)
  })
  it('more confidence never narrows', () => {
    fc.assert(
      fc.property(counts, ({ successes, trials }) => {
        for (const method of ['wilson', 'exact', 'jeffreys'] as const) {
          const narrow = proportionInterval({ method, successes, trials, confidence: 0.9 })
          const wide = proportionInterval({ method, successes, trials, confidence: 0.99 })
          expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
          expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper)
        }
      }),
    )
  })
})

describe('the hypergeometric interval covers', () => {
  // n = 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144 as far as they go, half of N, N - 1 and N; every count of marked.
  const most = runs('CALLGRADE_COVERAGE_POPULATION', 60)
  it(`at least 95 % for all marked of populations from 5 to ${most}`, () => {
    const choose = pascal(most)
    let least = 1
    for (let population = 5; population <= most; population++) {
      const sizes = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, Math.floor(population / 2), population - 1, population]
      for (const trials of new Set(sizes.filter((size) => size <= population))) {
        const limits = Array.from({ length: trials + 1 }, (_, successes) =>
          proportionInterval({ method: 'hypergeometric', successes, trials, population }),
        )
        for (let marked = 0; marked <= population; marked++) {
          let covered = 0
          for (const [found, { lower, upper }] of limits.entries()) {
            const share = marked / population
            if (share < lower || share > upper) continue
            covered +=
              (choose(marked, found) / choose(population, trials)) * choose(population - marked, trials - found)
          }
          least = Math.min(least, covered)
        }
      }
    }
    expect(least).toBeGreaterThan(0.95 - 1e-9)
    expect(least).toBeLessThan(0.97)
  })
})

/** Binomial coefficients by Pascal's triangle; 0 where there are none. */
function pascal(most: number): (n: number, k: number) => number {
  const rows: number[][] = [[1]]
  for (let n = 1; n <= most; n++) {
    const last = rows[n - 1] ?? []
    rows.push(Array.from({ length: n + 1 }, (_, k) => (last[k - 1] ?? 0) + (last[k] ?? 0)))
  }
  return (n, k) => rows[n]?.[k] ?? 0
}

describe('differences', () => {
  it('swapping the samples turns the interval round', () => {
    fc.assert(
      fc.property(counts, counts, confidences, (first, second, confidence) => {
        const forth = differenceInterval({ first, second, confidence })
        const back = differenceInterval({ first: second, second: first, confidence })
        expect(forth.lower).toBeCloseTo(-back.upper, 14)
        expect(forth.upper).toBeCloseTo(-back.lower, 14)
        expect(forth.lower).toBeGreaterThanOrEqual(-1)
        expect(forth.upper).toBeLessThanOrEqual(1)
      }),
    )
  })
  it('square and add by hand', () => {
    // 5 - 2 = 3; 3 - sqrt(3^2 + 4^2) = -2; 3 + sqrt(5^2 + 12^2) = 16
    const limits = differenceOfIntervals({
      first: { estimate: 5, lower: 2, upper: 10 },
      second: { estimate: 2, lower: -10, upper: 6 },
    })
    expect(limits).toEqual({ lower: -2, upper: 16 })
  })
})
