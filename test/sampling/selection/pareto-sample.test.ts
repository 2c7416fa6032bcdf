import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sha256 } from '../../../src/sampling/keys/sha256.js'
import { inclusionProbabilities } from '../../../src/sampling/selection/inclusion-probabilities.js'
import { type ParetoUnit, paretoSample } from '../../../src/sampling/selection/pareto-sample.js'
import { runs } from '../../support/runs.js'

/** The full check takes a million draws of each design; bounds widen with fewer. */
const DRAWS = runs('CALLGRADE_DRAWS', 10_000)
const nodeHash = (text: string) => createHash('sha256').update(text, 'utf8').digest()

/** Evenly spread digests at a tenth of the cost of SHA-256: splitmix of the call number and the unit. */
function quickHash(): Sha256 {
  let state = 20_260_801n
  const bytes = new Uint8Array(8)
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn
    let mixed = ((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n) & 0xffffffffffffffffn
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & 0xffffffffffffffffn
    new DataView(bytes.buffer).setBigUint64(0, mixed ^ (mixed >> 31n))
    return bytes
  }
}

describe('paretoSample', () => {
  const designs = [
    // sum p (1 - p) about 1 and just over 5.
    { sizes: [1, 2, 3, 4, 5, 6], sampleSize: 2, bound: 0.04 },
    { sizes: Array.from({ length: 30 }, (_, index) => 1 + (index % 5)), sampleSize: 8, bound: 0.01 },
  ]
  it.each(designs)('attains the targets of $sampleSize units within $bound', ({ sizes, sampleSize, bound }) => {
    const targets = inclusionProbabilities(sizes, sampleSize)
    const units = targets.map((probability, index) => ({ id: String(index), probability }))
    const drawn = new Float64Array(units.length)
    const hash = quickHash()
    for (let draw = 0; draw < DRAWS; draw++)
      for (const id of paretoSample(units, { seed: '1', hash })) drawn[Number(id)] = (drawn[Number(id)] ?? 0) + 1
    const d = targets.reduce((sum, p) => sum + p * (1 - p), 0)
    for (const [index, p] of targets.entries()) {
      // Five standard errors of a share of DRAWS: one false alarm in 50,000 runs with 36 shares.
      const noise = (5 * Math.sqrt((p * (1 - p)) / DRAWS)) / p
      const off = Math.abs((drawn[index] ?? 0) / DRAWS / p - 1)
      expect(off, `${p}`).toBeLessThan(bound + noise)
    }
    expect(d).toBeGreaterThan(bound === 0.04 ? 0.9 : 5)
  })

  const someUnits = fc
    .uniqueArray(fc.string({ unit: 'grapheme', maxLength: 6 }), { minLength: 1, maxLength: 30 })
    .chain((ids) =>
      fc.record({
        ids: fc.constant(ids),
        sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: ids.length, maxLength: ids.length }),
        sampleSize: fc.nat(ids.length),
        order: fc.shuffledSubarray([...ids.keys()], { minLength: ids.length, maxLength: ids.length }),
      }),
    )

  it('draws as many as the probabilities add to, the certain ones always, in any order and by any digest', () => {
    fc.assert(
      fc.property(someUnits, ({ ids, sizes, sampleSize, order }) => {
        fc.pre(!ids.some((id) => /\p{Surrogate}/u.test(id)))
        const probabilities = inclusionProbabilities(sizes, sampleSize)
        const units = ids.map((id, index): ParetoUnit => ({ id, probability: probabilities[index] ?? 0 }))
        const sample = paretoSample(Object.freeze(units), { seed: 's' })
        expect(sample).toHaveLength(sampleSize)
        for (const { id, probability } of units) if (probability === 1) expect(sample).toContain(id)
        const turned = order.flatMap((index) => units[index] ?? [])
        expect(paretoSample(turned, { seed: 's', hash: nodeHash })).toEqual(sample)
      }),
      { numRuns: 300 },
    )
  })

  it('is a keyed sample where all probabilities are equal', () => {
    // The key grows with u alone; the two smallest u of four, by Node's digest.
    const ids = ['a', 'b', '通话', '😀']
    const byKey = [...ids].sort((a, b) => nodeHash(`s:${a}`).compare(nodeHash(`s:${b}`)))
    const units = ids.map((id) => ({ id, probability: 0.5 }))
    expect(paretoSample(units, { seed: 's' })).toEqual(byKey.slice(0, 2))
  })

  it('never draws a unit of probability 0', () => {
    const units = Array.from({ length: 20 }, (_, index) => ({ id: String(index), probability: index % 2 }))
    expect(paretoSample(units, { seed: 's' }).every((id) => Number(id) % 2 === 1)).toBe(true)
    expect(paretoSample([], { seed: 's' })).toEqual([])
  })

  it('refuses sums that are not whole, ids that repeat and probabilities that are none', () => {
    const wrong = (units: readonly ParetoUnit[]) => expect(() => paretoSample(units, { seed: 's' }))
    const refusal = expect.objectContaining({ code: 'sampling/argument' })
    wrong([{ id: 'a', probability: 0.5 }]).toThrow(refusal)
    wrong([1, 1].map((probability) => ({ id: 'a', probability }))).toThrow(refusal)
    wrong([
      { id: 'a', probability: 1.5 },
      { id: 'b', probability: 0.5 },
    ]).toThrow(refusal)
    wrong([{ id: 'a', probability: Number.NaN }]).toThrow(refusal)
    // Ten tenths are one, though not in doubles added up.
    const tenths = Array.from({ length: 10 }, (_, index) => ({ id: String(index), probability: 0.1 }))
    expect(paretoSample(tenths, { seed: 's' })).toHaveLength(1)
  })
})
