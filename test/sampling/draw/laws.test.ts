import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCallgradeError } from '../../../src/issues/callgrade-error.js'
import type { SamplingDesign } from '../../../src/sampling/design/sampling-design.js'
import { drawSample } from '../../../src/sampling/draw/draw-sample.js'
import { finishDraw } from '../../../src/sampling/draw/finish-draw.js'
import { sampleDrawer } from '../../../src/sampling/draw/sample-drawer.js'
import { countFrame } from '../../../src/sampling/frame/count-frame.js'
import { mergeFrameCounts } from '../../../src/sampling/frame/merge-frame-counts.js'
import type { Sha256 } from '../../../src/sampling/keys/sha256.js'
import type { Manifest } from '../../../src/sampling/manifest/manifest.js'
import { safeParseManifest } from '../../../src/sampling/manifest/parse-manifest.js'
import { planSample } from '../../../src/sampling/size/plan-sample.js'
import { soundCalls, soundDesign } from '../sound-design.js'

const nodeHash: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest()

function draw(
  rows: readonly Record<string, unknown>[],
  seed = '2026-08',
  design: SamplingDesign = soundDesign,
): Manifest {
  return drawSample(rows, planSample(countFrame(rows, design)), { seed })
}

const measured = (manifest: Manifest): string[] =>
  manifest.drawn.filter(({ purpose }) => purpose === 'measure').map(({ callId }) => callId)

const frames = fc.record({ count: fc.integer({ min: 60, max: 400 }), seed: fc.integer({ min: 1, max: 1e6 }) })

describe('a drawn sample', () => {
  test('is the same for any order of the data', () => {
    fc.assert(
      fc.property(frames, fc.integer(), ({ count, seed }, turn) => {
        const rows = soundCalls(count, seed)
        const at = Math.abs(turn) % count
        const turned = [...rows.slice(at), ...rows.slice(0, at)].reverse()
        expect(draw(turned)).toEqual(draw(rows))
      }),
      { numRuns: 30 },
    )
  })

  test('is the same for any split into parts that are merged in any order', () => {
    fc.assert(
      fc.property(frames, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), ({ count, seed }, cuts) => {
        const rows = soundCalls(count, seed)
        const places = [0, ...cuts.map((cut) => cut % count), count].sort((a, b) => a - b)
        const parts = places
          .slice(1)
          .map((end, index) => rows.slice(places[index], end))
          .reverse()
        const [first, ...others] = parts.map((part) => countFrame(part, soundDesign))
        if (!first) return
        const plan = planSample(mergeFrameCounts(first, ...others))
        const drawn = parts.map((part) => {
          const drawer = sampleDrawer(plan, { seed: '2026-08' })
          for (const row of part) drawer.add(row)
          return drawer.finish()
        })
        expect(finishDraw(drawn)).toEqual(draw(rows))
      }),
      { numRuns: 30 },
    )
  })

  test('is the same with any SHA-256', () => {
    const rows = soundCalls(300)
    const plan = planSample(countFrame(rows, soundDesign, { hash: nodeHash }))
    expect(drawSample(rows, plan, { seed: '2026-08', hash: nodeHash })).toEqual(draw(rows))
  })

  test('has n_h calls of each stratum, each call once, weights N / n, and purposes in order', () => {
    fc.assert(
      fc.property(frames, ({ count, seed }) => {
        const manifest = draw(soundCalls(count, seed))
        expect(new Set(manifest.drawn.map(({ callId }) => callId)).size).toBe(manifest.drawn.length)
        for (const { key, N, n, lower, weight } of manifest.strata) {
          const own = manifest.drawn.filter(({ stratum, purpose }) => stratum === key && purpose === 'measure')
          expect(own.length).toBe(n)
          expect(n).toBeGreaterThanOrEqual(lower)
          expect(n).toBeLessThanOrEqual(N)
          expect(weight).toBe(N / n)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('gives every agent the calls that the first fitting entry wants, or all there are', () => {
    const rows = soundCalls(400, 7).filter((row) => row.answered === true)
    const manifest = draw(rows)
    const drawn = new Set(manifest.drawn.map(({ callId }) => callId))
    const agents = new Set(rows.flatMap((row) => (typeof row.坐席 === 'string' ? [row.坐席] : [])))
    for (const agent of agents) {
      const own = rows.filter((row) => row.坐席 === agent)
      const wanted = own.some((row) => Number(row.waited) > 500) ? 4 : 2
      expect(own.filter((row) => drawn.has(String(row.编号))).length).toBeGreaterThanOrEqual(
        Math.min(wanted, own.length),
      )
    }
  })

  test('holds the smaller sample of the same seed', () => {
    const rows = soundCalls(400, 3)
    const small = draw(rows, 's', { ...soundDesign, precision: { marginPercent: 12 } })
    const large = draw(rows, 's', { ...soundDesign, precision: { marginPercent: 8 } })
    expect(large.n).toBeGreaterThan(small.n)
    expect(new Set(measured(large))).toEqual(new Set([...measured(large), ...measured(small)]))
  })

  test('grows: no stratum loses a call, whatever the new design asks', () => {
    const rows = soundCalls(400, 5)
    const old = draw(rows, 's')
    const allocation = { method: 'equal' as const }
    const counts = countFrame(rows, { ...soundDesign, allocation, minimumTotal: old.n + 10 })
    const grown = drawSample(rows, planSample(counts, { grow: old }), { seed: 's' })
    expect(new Set(measured(grown))).toEqual(new Set([...measured(grown), ...measured(old)]))
  })

  test('changes with the seed, and a manifest can be read back', () => {
    const rows = soundCalls(300)
    expect(measured(draw(rows, 'a'))).not.toEqual(measured(draw(rows, 'b')))
    const manifest = draw(rows)
    expect(safeParseManifest(JSON.stringify(manifest))).toEqual({ success: true, data: manifest })
  })

  test.each(['', 'a:b', 'a\nb', '\ud800'])('refuses the seed %j', (seed) => {
    const rows = soundCalls(100)
    expect(() => draw(rows, seed)).toThrow(/seed/i)
  })

  test('refuses data that changed since they were counted', () => {
    const rows = soundCalls(100)
    const plan = planSample(countFrame(rows, soundDesign))
    expect(() => drawSample(rows.slice(1), plan, { seed: 's' })).toThrow('sampling/frame-changed')
    expect(() => drawSample([...rows, { ...rows[0], answered: true, type: '新' }], plan, { seed: 's' })).toThrow(
      'sampling/frame-changed',
    )
  })
})

describe('a plan', () => {
  const calls = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `c${index}`, kind: index < 10 ? 'x' : 'y' }))
  const bare: SamplingDesign = {
    format: 'callgrade/sampling-design@1',
    id: 'd',
    version: '1',
    title: 'D',
    fields: { id: { type: 'string', role: 'id' }, kind: { type: 'string' } },
    strata: ['kind'],
  }
  const refusal = (count: number, design: SamplingDesign): unknown => {
    try {
      return planSample(countFrame(calls(count), design))
    } catch (error) {
      if (!isCallgradeError(error)) throw error
      return error.issues.map(({ code, path, expected, details }) => [code, path.join('.'), expected, details])
    }
  }

  test('of 1,000 calls at 95 % and 5 % has 278 measured calls', () => {
    // Published: Zendesk QA, 1,000 and 5 % give 278; 60,000 at 99 % and 3 % give 1,789.
    const design = { ...bare, strata: [] }
    expect(planSample(countFrame(calls(1_000), { ...design, precision: { marginPercent: 5 } })).n).toBe(278)
    const precision = { marginPercent: 3, confidencePercent: 99 }
    expect(planSample(countFrame(calls(60_000), { ...design, precision }, { assumeUnique: true })).n).toBe(1_789)
  })

  test('of no calls is refused', () => {
    expect(refusal(0, bare)).toEqual([['sampling/empty-frame', '', undefined, undefined]])
  })

  test('of a frame under the minimum is refused, or takes all', () => {
    expect(refusal(30, { ...bare, minimumTotal: 31 })).toEqual([
      ['sampling/frame-too-small', 'minimumTotal', '31', undefined],
    ])
    const all = planSample(countFrame(calls(30), { ...bare, minimumTotal: 31, ifTooFew: 'take-all' }))
    expect([all.n, all.isTakeAll, all.margin]).toEqual([30, true, 0])
  })

  test('over the maximum says what asks for so many, and what the maximum attains', () => {
    const over = { ...bare, maximumTotal: 50, precision: { marginPercent: 5 } }
    // 50 of 1,000 in proportion, 1 of 10 and 49 of 990: 1.96 sqrt(.25 (1000/999) (.01^2 .9 / 1 + .99^2 (1 - 49/990) / 49)) = 13.5...
    const margin = 1.959964 * Math.sqrt(0.25 * (1000 / 999) * (0.01 ** 2 * 0.9 + (0.99 ** 2 * (1 - 49 / 990)) / 49))
    expect(refusal(1_000, over)).toEqual([
      [
        'sampling/over-maximum',
        'maximumTotal',
        '50',
        { constraint: 'precision', needed: 278, attained: (margin * 100).toFixed(2) },
      ],
    ])
    expect(refusal(1_000, { ...bare, maximumTotal: 5, minimumPerStratum: 4 })).toMatchObject([
      ['sampling/over-maximum', 'maximumTotal', '5', { constraint: 'strata', needed: 8 }],
    ])
  })

  test('with deviations names every stratum, and none that is not there', () => {
    const allocation = { method: 'neyman' as const, deviations: { '["x"]': 1, '["z"]': 2 } }
    expect(refusal(100, { ...bare, allocation })).toMatchObject([
      ['sampling/unknown-stratum', 'allocation.deviations.["z"]', undefined, undefined],
      ['sampling/unknown-stratum', 'allocation.deviations', 'named', undefined],
    ])
  })

  test('with shares of the sample that cannot be filled says so at the rule', () => {
    const where = { all: [{ fact: 'kind', operator: 'equal', value: 'x' }] }
    const coverage = [{ id: 'half', where, atLeastPercent: 50, of: 'sample' as const }]
    expect(refusal(1_000, { ...bare, minimumTotal: 100, coverage })).toMatchObject([
      ['sampling/infeasible-allocation', 'coverage.0', undefined, { constraint: 'group', need: 50, available: 10 }],
    ])
  })

  test('with a third of the sample from a few calls meets the share at every size', () => {
    const where = { all: [{ fact: 'kind', operator: 'equal', value: 'x' }] }
    const coverage = [{ id: 'third', where, atLeastPercent: 33.3, of: 'sample' as const }]
    const plan = planSample(countFrame(calls(1_000), { ...bare, minimumTotal: 20, coverage }))
    // ceil(0.333 x 20) = 7
    expect(plan.strata.map(({ n }) => n)).toEqual([7, 13])
  })

  test('by a budget measures as many calls as there is time for', () => {
    const counts = countFrame(calls(1_000), { ...bare, precision: { marginPercent: 5 } })
    const plan = planSample(counts, { budget: { raters: 2, callsPerDay: 10, days: 5 } })
    expect(plan.n).toBe(100)
    expect(plan.margin).toBeGreaterThan(0.05)
    expect(() => planSample(counts, { budget: { raters: 0, callsPerDay: 10, days: 5 } })).toThrow('raters')
  })

  test('without precision still says what it attains, and the labels add up', () => {
    const plan = planSample(countFrame(calls(1_000), { ...bare, minimumTotal: 100 }))
    expect(plan.margin).toBeGreaterThan(0.08)
    expect(plan.strata.reduce((sum, { n }) => sum + n, 0)).toBe(100)
  })
})
