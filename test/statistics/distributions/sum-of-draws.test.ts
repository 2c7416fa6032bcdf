import { describe, expect, test } from 'vitest'
import { type HypergeometricDraw, hypergeometric, sumOfDraws } from '../../../src/statistics/index.js'

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n
  let result = 1n
  for (let i = 0; i < k; i++) result = (result * BigInt(n - i)) / BigInt(i + 1)
  return result
}

/** Counts every way to draw, in whole numbers: shares nothing with the library. */
function exactSurvival(k: number, draws: readonly HypergeometricDraw[]): number {
  let ways = new Map<number, bigint>([[0, 1n]])
  let all = 1n
  for (const { population, marked, drawn } of draws) {
    const next = new Map<number, bigint>()
    for (const [sum, count] of ways)
      for (let found = 0; found <= drawn; found++) {
        const more = count * choose(marked, found) * choose(population - marked, drawn - found)
        if (more > 0n) next.set(sum + found, (next.get(sum + found) ?? 0n) + more)
      }
    ways = next
    all *= choose(population, drawn)
  }
  let above = 0n
  for (const [sum, count] of ways) if (sum > k) above += count
  const scale = 10n ** 400n
  // Digits first, so that tails far below the smallest ratio of doubles keep theirs.
  const digits = ((above * scale) / all).toString()
  return Number(`${digits.slice(0, 20)}e${digits.length - Math.min(20, digits.length) - 400}`)
}

const cases: readonly (readonly HypergeometricDraw[])[] = [
  [
    { population: 10, marked: 3, drawn: 4 },
    { population: 8, marked: 2, drawn: 4 },
  ],
  [
    { population: 50, marked: 6, drawn: 20 },
    { population: 220, marked: 14, drawn: 20 },
    { population: 5, marked: 5, drawn: 2 },
  ],
  [
    { population: 120, marked: 30, drawn: 40 },
    { population: 100, marked: 28, drawn: 30 },
    { population: 30, marked: 1, drawn: 29 },
  ],
]

describe('sumOfDraws', () => {
  test('equals counting every way to draw, down to the thinnest tails', () => {
    for (const draws of cases) {
      const most = draws.reduce((sum, { marked, drawn }) => sum + Math.min(marked, drawn), 0)
      for (let k = 0; k < most; k++) {
        const expected = exactSurvival(k, draws)
        expect(Math.abs(sumOfDraws.survival(k, draws) / expected - 1)).toBeLessThan(1e-10)
      }
      expect(sumOfDraws.survival(most, draws)).toBe(0)
      expect(sumOfDraws.survival(-1, draws)).toBeCloseTo(1, 12)
    }
    // The thinnest of them is far below what sums from the other end could tell.
    expect(exactSurvival(58, cases[2] ?? [])).toBeLessThan(1e-35)
  })

  test('of one draw it is the hypergeometric distribution', () => {
    const draw = { population: 1_000, marked: 40, drawn: 120 }
    for (const k of [0, 3, 10, 30]) {
      expect(sumOfDraws.survival(k, [draw])).toBe(hypergeometric.survival(k, draw))
      expect(sumOfDraws.cdf(k, [draw])).toBe(hypergeometric.cdf(k, draw))
    }
  })

  test('a draw that leaves nothing to chance only shifts the sum', () => {
    const draw = { population: 20, marked: 5, drawn: 8 }
    const certain = { population: 7, marked: 3, drawn: 7 }
    for (const k of [0, 2, 4]) expect(sumOfDraws.survival(k + 3, [draw, certain])).toBe(sumOfDraws.survival(k, [draw]))
    expect(sumOfDraws.survival(2, [certain])).toBe(1)
    expect(sumOfDraws.survival(3, [certain])).toBe(0)
    expect(sumOfDraws.cdf(0, [])).toBe(1)
  })

  test('both tails add up, and large strata are quick', () => {
    const draws = Array.from({ length: 20 }, (_, index) => ({ population: 20_000, marked: 900 + index, drawn: 1_000 }))
    const [lower, upper] = [sumOfDraws.cdf(950, draws), sumOfDraws.survival(950, draws)]
    expect(lower + upper).toBeCloseTo(1, 10)
  })

  test('impossible draws are refused', () => {
    expect(() => sumOfDraws.survival(0, [{ population: 5, marked: 6, drawn: 1 }])).toThrow('statistics/argument')
    expect(() => sumOfDraws.survival(0.5, [])).toThrow('statistics/argument')
  })
})
