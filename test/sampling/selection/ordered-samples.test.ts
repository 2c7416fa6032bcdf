import fc from 'fast-check'
import seedrandom from 'seedrandom'
import { describe, expect, it } from 'vitest'
import { messageOf } from '../../../src/issues/index.js'
import { streamSample } from '../../../src/sampling/selection/stream-sample.js'
import { systematicSample } from '../../../src/sampling/selection/systematic-sample.js'

const numbered = (length: number) => Array.from({ length }, (_, index) => `call-${String(index).padStart(6, '0')}`)
const refusal = expect.objectContaining({ code: 'sampling/argument' })

describe('systematicSample', () => {
  it('takes places that are an interval apart, rounded down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.string({ maxLength: 5 }), (length, size, seed) => {
        fc.pre(!seed.includes(':') && !/\p{Surrogate}/u.test(seed))
        const ids = numbered(length)
        const sampleSize = Math.min(size, length)
        const places = systematicSample(ids, sampleSize, { seed }).ids.map((id) => ids.indexOf(id))
        expect(places).toHaveLength(sampleSize)
        const interval = length / sampleSize
        for (const [index, place] of places.entries()) {
          // The i-th drawn call lies in the i-th of n equal stretches of the list.
          expect(place).toBeGreaterThanOrEqual(Math.floor(index * interval - 1e-9))
          expect(place).toBeLessThan((index + 1) * interval + 1e-9)
          const step = place - (places[index - 1] ?? place - interval)
          expect(Math.abs(step - interval)).toBeLessThan(1 + 1e-9)
        }
        expect(new Set(places).size).toBe(sampleSize)
      }),
    )
  })

  it('draws every call of a list equally often', () => {
    // 3 of 7: each call in 3/7 of 4,000 draws, standard error 31; 5 of them allowed.
    const drawn = new Map<string, number>()
    for (let seed = 0; seed < 4_000; seed++)
      for (const id of systematicSample(numbered(7), 3, { seed: String(seed) }).ids)
        drawn.set(id, (drawn.get(id) ?? 0) + 1)
    for (const count of drawn.values()) expect(Math.abs(count - 12_000 / 7)).toBeLessThan(157)
  })

  const periodic = (length: number, size: number, periods: readonly number[]) =>
    systematicSample(numbered(length), size, { seed: 's', periods }).warnings

  it('warns where the interval is a multiple of the period, a simple fraction of it, or near one', () => {
    expect(periodic(700, 50, [7])).toEqual([
      {
        code: 'sampling/periodic',
        severity: 'warning',
        path: ['periods', 0],
        details: { interval: 14, period: 7, phases: 1 },
      },
    ])
    expect(periodic(700, 100, [7])[0]?.details?.phases).toBe(1)
    // Every 2nd of a pattern of 4 sees two places of four; every 3rd of 12 sees four of twelve.
    expect(periodic(400, 200, [4])[0]?.details?.phases).toBe(2)
    expect(periodic(600, 200, [12])[0]?.details?.phases).toBe(4)
    // 14 and 24 are both even: half of the 24 places are never seen.
    expect(periodic(700, 50, [24])[0]?.details?.phases).toBe(12)
    // 7.02: fifty steps drift by one place alone.
    expect(periodic(351, 50, [7])).toHaveLength(1)
    for (const language of ['en', 'zh-CN'] as const) {
      const [warning] = periodic(700, 50, [7])
      expect(warning && messageOf(warning, language)).toMatch(/14.*7.*1/)
    }
  })

  it('does not warn where the interval walks through the pattern, or the whole list is taken', () => {
    expect(periodic(700, 50, [5, 3, 25])).toEqual([])
    expect(periodic(1000, 90, [7, 24, 30])).toEqual([])
    expect(periodic(700, 700, [7])).toEqual([])
    expect(periodic(700, 0, [7])).toEqual([])
  })

  it('refuses repeated ids, sizes over the list, periods that are none, and a colon in the seed', () => {
    expect(() => systematicSample(['a', 'a'], 1, { seed: 's' })).toThrow(refusal)
    expect(() => systematicSample(['a'], 2, { seed: 's' })).toThrow(refusal)
    expect(() => systematicSample(['a'], 1, { seed: 's', periods: [1] })).toThrow(refusal)
    expect(() => systematicSample(['a'], 1, { seed: 'a:b' })).toThrow(
      expect.objectContaining({ code: 'sampling/seed' }),
    )
  })
})

describe('streamSample', () => {
  it('is the front of a seeded shuffle of the ids sorted by UTF-8, whatever their order', () => {
    // U+FF5E sorts before U+1F600 by UTF-8, behind it by UTF-16.
    const sorted = ['1', 'A', 'a', '通话', '～', '😀']
    const random = seedrandom('2026-08')
    const shuffled: string[] = []
    const left = [...sorted]
    while (left.length > 0) {
      // The step in which the place of the drawn one is taken by the first of the rest.
      const at = Math.floor(random() * left.length)
      shuffled.push(left[at] ?? '')
      left[at] = left[0] ?? ''
      left.shift()
    }
    for (let size = 0; size <= sorted.length; size++)
      expect(streamSample([...sorted].reverse(), size, { seed: '2026-08' })).toEqual(shuffled.slice(0, size))
  })

  it('draws every pair equally often', () => {
    // 2 of 4: six pairs, each 1,000 of 6,000 expected, standard error 29.
    const pairs = new Map<string, number>()
    for (let seed = 0; seed < 6_000; seed++) {
      const pair = [...streamSample(['a', 'b', 'c', 'd'], 2, { seed: `s${seed}` })].sort().join('')
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
    expect(pairs.size).toBe(6)
    for (const count of pairs.values()) expect(Math.abs(count - 1_000)).toBeLessThan(145)
  })

  it('refuses repeated ids, sizes over the list, and no seed', () => {
    expect(() => streamSample(['a', 'b', 'a'], 1, { seed: 's' })).toThrow(refusal)
    expect(() => streamSample(['a'], 2, { seed: 's' })).toThrow(refusal)
    expect(() => streamSample(['a'], 1, { seed: '' })).toThrow(refusal)
  })
})
