import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundRatio } from '../../../src/rubric/exact/round-rational.js'

/** Whole arithmetic by hand: floor, then twice the rest against the denominator. */
function rounded(numerator: bigint, denominator: bigint, rounding: 'half-up' | 'half-even' | 'down'): bigint {
  const floor = numerator / denominator
  const twice = 2n * (numerator % denominator)
  if (rounding === 'down' || twice < denominator) return floor
  if (twice > denominator || rounding === 'half-up') return floor + 1n
  return floor % 2n === 0n ? floor : floor + 1n
}

describe('a ratio rounded', () => {
  it('is exact also where its product is no whole double any more', () => {
    // 10^8 x 90,071,993 / 90,072,001 = 99,999,991.118...; times 10^8 the numerator is over 2^53.
    expect(roundRatio(90_071_993, 90_072_001, 1e8, 'half-up')).toBe(99_999_991)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.integer({ min: 1, max: 2 ** 40 }),
        fc.constantFrom(100, 10_000, 100_000_000),
        fc.constantFrom('half-up' as const, 'half-even' as const, 'down' as const),
        (a, b, factor, rounding) => {
          const [numerator, denominator] = [Math.min(a, b), Math.max(a, b)]
          const expected = rounded(BigInt(numerator) * BigInt(factor), BigInt(denominator), rounding)
          expect(BigInt(roundRatio(numerator, denominator, factor, rounding))).toBe(expected)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
