import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DrawnStratum, greatestUnseen } from '../../../src/sampling/estimation/rates/greatest-unseen.js'
import { cpuSeconds } from '../../support/cpu-seconds.js'

function choose(n: bigint, k: bigint): bigint {
  if (k < 0n || k > n) return 0n
  let value = 1n
  for (let index = 0n; index < k; index++) value = (value * (n - index)) / (index + 1n)
  return value
}

/** The greatest sum over every allocation, in whole numbers: product of C(N - K, n) at least 1 / 40 of that of C(N, n). */
function byEnumeration(strata: readonly DrawnStratum[]): number {
  let best = 0
  const walk = (index: number, sum: number, some: bigint, all: bigint): void => {
    const stratum = strata[index]
    if (stratum === undefined) {
      if (40n * some >= all) best = Math.max(best, sum)
      return
    }
    const [size, drawn] = [BigInt(stratum.size), BigInt(stratum.drawn)]
    for (let hidden = 0n; hidden <= size - drawn; hidden++)
      walk(index + 1, sum + Number(hidden), some * choose(size - hidden, drawn), all * choose(size, drawn))
  }
  walk(0, 0, 1n, 1n)
  return best
}

const stratum = fc
  .integer({ min: 1, max: 14 })
  .chain((size) => fc.record({ size: fc.constant(size), drawn: fc.integer({ min: 1, max: size }) }))

describe('the most calls that can hide where none was seen', () => {
  test('is the best of all allocations', () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 4 }), (strata) => {
        expect(greatestUnseen(strata, 0.025)).toBe(byEnumeration(strata))
      }),
      { numRuns: 150 },
    )
  })

  test('a probability that is just reached counts: one of 40 with 39 hidden is seen missing in 1 of 40', () => {
    expect(greatestUnseen([{ size: 40, drawn: 1 }], 0.025)).toBe(39)
    expect(greatestUnseen([{ size: 40, drawn: 1 }], (1 - 0.95) / 2)).toBe(39)
  })

  test('whole strata hide nothing', () => {
    expect(greatestUnseen([{ size: 5, drawn: 5 }], 0.025)).toBe(0)
  })

  // (1 - K / N) ^ n at N without end: K / N = 1 - 0.025 ^ (1 / n) = .0061298 for n = 600.
  test('a thousand million calls take no time and agree with the binomial', () => {
    const strata = [{ size: 1_000_000_000, drawn: 600 }]
    expect(greatestUnseen(strata, 0.025) / 1e9).toBeCloseTo(1 - 0.025 ** (1 / 600), 8)
  })

  test('a million calls in 20,000 strata are answered quickly', () => {
    const strata = Array.from({ length: 20_000 }, (_, index) => ({ size: 30 + (index % 41), drawn: 1 + (index % 5) }))
    expect(cpuSeconds(() => expect(greatestUnseen(strata, 0.025)).toBeGreaterThan(0))).toBeLessThan(5)
  })
})
