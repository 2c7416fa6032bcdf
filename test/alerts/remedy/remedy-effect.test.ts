import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EffectMeasure, type RemedyComparison, remedyEffect } from '../../../src/alerts/index.js'
import { isCallgradeError } from '../../../src/issues/index.js'
import { estimateMean, estimateRateFromCounts } from '../../../src/sampling/index.js'

const counts = (found: number, judged: number): EffectMeasure => ({ kind: 'counts', found, judged })

function refusal(call: () => unknown): { code: string; path: string } {
  try {
    call()
  } catch (error) {
    if (isCallgradeError(error)) return { code: error.issues[0].code, path: error.issues[0].path.join('.') }
    throw error
  }
  throw new Error('not refused')
}

describe('the three answers on simple samples', () => {
  it('worked: Newcombe 1998 table II (a), 56 of 70 against 48 of 80, is .0524 to .3339, Fisher p .0125 (R)', () => {
    const effect = remedyEffect({ before: counts(48, 80), after: counts(56, 70), wanted: 'higher' })
    expect(effect.answer).toBe('worked')
    expect(effect.reason).toBe('improved')
    expect(effect.difference).toBeCloseTo(0.2, 12)
    expect(effect.interval?.lower).toBeCloseTo(0.0524, 4)
    expect(effect.interval?.upper).toBeCloseTo(0.3339, 4)
    expect(effect.p).toBeCloseTo(0.01252112974921, 10)
    expect(effect).not.toHaveProperty('needed')
  })

  it.each([
    // Table II (b) and (d) to (f), method 10, first minus second.
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
  ])('the interval of %i of %i against %i of %i is the published one', (a, m, b, n, lower, upper) => {
    const { interval } = remedyEffect({ before: counts(b, n), after: counts(a, m), wanted: 'higher' })
    expect(interval?.lower).toBeCloseTo(lower, 4)
    expect(interval?.upper).toBeCloseTo(upper, 4)
  })

  it('an interval off zero is not enough where Fisher says .058: 12 of 60 against 4 of 58', () => {
    const effect = remedyEffect({ before: counts(12, 60), after: counts(4, 58), wanted: 'lower' })
    expect(effect.interval?.upper).toBeLessThan(0)
    expect(effect.p).toBeCloseTo(0.0579, 4)
    expect(effect.answer).toBe('not enough data')
    expect(effect.reason).toBe('undecided')
  })

  it('did not: what became worse beyond chance, whether or not a least improvement is stated', () => {
    const input = { before: counts(10, 200), after: counts(40, 200), wanted: 'lower' } as const
    expect(remedyEffect(input)).toMatchObject({ answer: 'did not', reason: 'worse' })
    expect(remedyEffect({ ...input, leastImprovement: 0.02 })).toMatchObject({ answer: 'did not', reason: 'worse' })
  })

  it('did not: 100 of 1000 before and after leave at most 2.6 points, and 5 were worth having', () => {
    // Wilson of .1 at 1000: .0829 to .1201; the gain is at most hypot(.0201, .0171) = .0264.
    const effect = remedyEffect({
      before: counts(100, 1000),
      after: counts(100, 1000),
      wanted: 'lower',
      leastImprovement: 0.05,
    })
    expect(effect).toMatchObject({ answer: 'did not', reason: 'less-than-worth-having' })
    expect(effect.interval?.lower).toBeCloseTo(-0.0264, 3)
    expect(remedyEffect({ before: counts(100, 1000), after: counts(100, 1000), wanted: 'lower' }).answer).toBe(
      'not enough data',
    )
  })

  it('did not: surely better, and surely by less than is worth having', () => {
    const input = { before: counts(10_000, 100_000), after: counts(9000, 100_000), wanted: 'lower' } as const
    expect(remedyEffect(input).answer).toBe('worked')
    expect(remedyEffect({ ...input, leastImprovement: 0.05 })).toMatchObject({
      answer: 'did not',
      reason: 'less-than-worth-having',
    })
  })

  it('a sample that is missing is named', () => {
    expect(remedyEffect({ after: counts(3, 50), wanted: 'lower' })).toEqual({
      answer: 'not enough data',
      reason: 'no-before',
      after: { estimate: 0.06, lower: expect.closeTo(0.0206, 4), upper: expect.closeTo(0.1622, 4) },
      confidence: 0.95,
      notes: [],
    })
    expect(remedyEffect({ before: counts(3, 50), wanted: 'lower' }).reason).toBe('no-after')
  })
})

describe('the number that would decide', () => {
  it('from 10 to 5 % it is 474 a side', () => {
    // n' = (1.95996 sqrt(2 x .075 x .925) + .84162 sqrt(.09 + .0475))^2 / .05^2 = 434.43;
    // n = 434.43 / 4 x (1 + sqrt(1 + 4 / (434.43 x .05)))^2 = 473.6.
    const effect = remedyEffect({ before: counts(10, 100), wanted: 'lower', leastImprovement: 0.05 })
    expect(effect.needed).toMatchObject({ callsASide: 474, improvement: 0.05, basis: 'stated', power: 0.8 })
  })

  it('with 100 before no number after finds 5 points: a before of 10 % alone is known to 6 points', () => {
    expect(
      remedyEffect({ before: counts(10, 100), wanted: 'lower', leastImprovement: 0.05 }).needed,
    ).not.toHaveProperty('callsAfter')
    const { needed } = remedyEffect({ before: counts(40, 400), wanted: 'lower', leastImprovement: 0.05 })
    expect(needed?.callsAfter).toBeGreaterThan(474)
  })

  it('takes what was seen where nothing was stated, and half of what is wrong where nothing was seen', () => {
    expect(remedyEffect({ before: counts(10, 100), after: counts(8, 100), wanted: 'lower' }).needed).toMatchObject({
      basis: 'observed',
      improvement: expect.closeTo(0.02, 12),
    })
    expect(remedyEffect({ before: counts(10, 100), after: counts(10, 100), wanted: 'lower' }).needed).toMatchObject({
      basis: 'halved',
      improvement: 0.05,
      callsASide: 474,
    })
    expect(remedyEffect({ before: counts(90, 100), wanted: 'higher' }).needed).toMatchObject({
      basis: 'halved',
      improvement: expect.closeTo(0.05, 12),
      callsASide: 474,
    })
  })

  it('where the samples are as large as the least takes and it is still open, the farther of none and least decides', () => {
    // 10 % and 7 %: 3 points are farther from none than from 5. n' by hand: pooled .085, 1356.2; corrected 1422.1.
    const { answer, needed } = remedyEffect({
      before: counts(50, 500),
      after: counts(35, 500),
      wanted: 'lower',
      leastImprovement: 0.05,
    })
    expect(answer).toBe('not enough data')
    expect(needed).toMatchObject({ basis: 'observed', improvement: expect.closeTo(0.03, 12), callsASide: 1422 })
  })

  it('asks for no more than can be had, and for nothing where nothing was wrong', () => {
    const capped = remedyEffect({ before: counts(3, 100), wanted: 'lower', leastImprovement: 0.05 })
    expect(capped.needed?.improvement).toBe(0.03)
    expect(remedyEffect({ before: counts(0, 100), wanted: 'lower' })).not.toHaveProperty('needed')
  })
})

describe('samples with intervals of their own', () => {
  const strata = (found: readonly [number, number]) =>
    [
      { key: 'sales', size: 900, drawn: 90, found: found[0] },
      { key: 'care', size: 100, drawn: 60, found: found[1] },
    ] as const

  it('stratified shares are compared by square and add of their intervals, without a p', () => {
    const [before, after] = [strata([30, 20]), strata([10, 6])]
    const [b, a] = [estimateRateFromCounts(before), estimateRateFromCounts(after)]
    if (b.status !== 'estimated' || a.status !== 'estimated') throw new Error('not estimable')
    const effect = remedyEffect({
      before: { kind: 'strata', strata: before },
      after: { kind: 'strata', strata: after },
      wanted: 'lower',
    })
    // .9 x 30/90 + .1 x 20/60 = 1/3; .9 x 10/90 + .1 x 6/60 = .11
    expect(effect.difference).toBeCloseTo(0.11 - 1 / 3, 12)
    expect(effect.interval?.upper).toBeCloseTo(
      0.11 - 1 / 3 + Math.sqrt((b.estimate - b.interval.lower) ** 2 + (a.interval.upper - a.estimate) ** 2),
      12,
    )
    expect(effect.answer).toBe('worked')
    expect(effect).not.toHaveProperty('p')
    const byFigures = remedyEffect({
      before: { kind: 'rate', figure: b },
      after: { kind: 'rate', figure: a },
      wanted: 'lower',
    })
    expect(byFigures).toEqual(effect)
  })

  it('a counted sample joins a stratified one with Wilson of its own', () => {
    const mixed = remedyEffect({
      before: counts(48, 80),
      after: {
        kind: 'rate',
        figure: { estimate: 0.8, interval: { lower: 0.6918, upper: 0.877 }, confidence: 0.95, n: 70 },
      },
      wanted: 'higher',
    })
    expect(mixed.interval?.lower).toBeCloseTo(0.0524, 3)
    expect(mixed).not.toHaveProperty('p')
  })

  it('means: 80 +- 3 before and 86 +- 4 after is 6 +- 5', () => {
    const mean = (estimate: number, half: number): EffectMeasure => ({
      kind: 'mean',
      figure: { estimate, interval: { lower: estimate - half, upper: estimate + half }, confidence: 0.95, n: 50 },
    })
    const effect = remedyEffect({ before: mean(80, 3), after: mean(86, 4), wanted: 'higher' })
    expect(effect).toMatchObject({ answer: 'worked', difference: 6, interval: { lower: 1, upper: 11 } })
    // (1.95996 + .84162)^2 / 8^2 x (3^2 + 4^2) / 1.95996^2 x 50 = 39.9
    const open = remedyEffect({ before: mean(80, 3), after: mean(84, 4), wanted: 'higher', leastImprovement: 8 })
    expect(open.answer).toBe('not enough data')
    const small = remedyEffect({ before: mean(80, 3), after: mean(84, 4), wanted: 'higher' })
    // the same over 4^2
    expect(small.needed).toMatchObject({ basis: 'observed', improvement: 4, callsASide: 160 })
    expect(remedyEffect({ before: mean(80, 3), after: mean(80, 4), wanted: 'higher' })).not.toHaveProperty('needed')
  })

  it('of skewed intervals the sides that face each other count for the number that would decide', () => {
    const mean = (estimate: number, lower: number, upper: number): EffectMeasure => ({
      kind: 'mean',
      figure: { estimate, interval: { lower, upper }, confidence: 0.95, n: 50 },
    })
    // Facing each other are 80 to 83 and 80 to 84: (2.80158 / 4)^2 x (3^2 + 4^2) / 1.95996^2 x 50 = 159.6
    const skewed = remedyEffect({ before: mean(80, 70, 83), after: mean(84, 80, 94), wanted: 'higher' })
    expect(skewed.needed).toMatchObject({ callsASide: 160 })
    // 3^2 / 1.95996^2 is over (4 / 2.80158)^2 already.
    expect(skewed.needed).not.toHaveProperty('callsAfter')
    const lower = remedyEffect({ before: mean(84, 80, 94), after: mean(80, 70, 83), wanted: 'lower' })
    expect(lower.needed?.callsASide).toBe(160)
    // After: 6^2 / 1.95996^2 x 50 / ((4 / 2.80158)^2 - 1 / 1.95996^2) = 263.5
    const precise = remedyEffect({ before: mean(80, 79, 81), after: mean(84, 78, 90), wanted: 'higher' })
    expect(precise.needed).toMatchObject({ callsASide: 237, callsAfter: 264 })
  })

  it('estimates of callgrade/sampling are taken as they are', () => {
    const [before, after] = [
      estimateMean([{ key: 'all', size: 500, values: Array.from({ length: 60 }, (_, i) => 60 + (i % 10)) }]),
      estimateMean([{ key: 'all', size: 500, values: Array.from({ length: 60 }, (_, i) => 70 + (i % 10)) }]),
    ]
    const effect = remedyEffect({
      before: { kind: 'mean', figure: before },
      after: { kind: 'mean', figure: after },
      wanted: 'higher',
    })
    expect(effect).toMatchObject({ answer: 'worked', difference: 10 })
  })

  it.each(['too-thin', 'no-spread'] as const)('a figure marked %s decides nothing, however narrow it looks', (note) => {
    const figure = (estimate: number) => ({
      estimate,
      interval: { lower: estimate, upper: estimate },
      confidence: 0.95,
      n: 8,
      notes: [note],
    })
    const effect = remedyEffect({
      before: { kind: 'mean', figure: figure(60) },
      after: { kind: 'mean', figure: figure(90) },
      wanted: 'higher',
    })
    expect(effect).toMatchObject({ answer: 'not enough data', reason: note })
  })

  it('what could not be estimated decides nothing', () => {
    const effect = remedyEffect({
      before: counts(4, 40),
      after: { kind: 'rate', figure: { status: 'not-estimable', reason: 'no-call', n: 0, notes: [] } },
      wanted: 'lower',
    })
    expect(effect).toMatchObject({ answer: 'not enough data', reason: 'not-estimable' })
  })
})

describe('laws', () => {
  const sample = fc
    .integer({ min: 1, max: 300 })
    .chain((judged) => fc.integer({ min: 0, max: judged }).map((found) => ({ found, judged })))
  const wanted = fc.constantFrom('lower' as const, 'higher' as const)
  const least = fc.option(fc.double({ min: 0.01, max: 0.5, noNaN: true }), { nil: undefined })
  const comparison = (
    before: { found: number; judged: number },
    after: { found: number; judged: number },
    way: 'lower' | 'higher',
    leastImprovement?: number,
  ): RemedyComparison => ({
    before: { kind: 'counts', ...before },
    after: { kind: 'counts', ...after },
    wanted: way,
    ...(leastImprovement !== undefined && { leastImprovement }),
  })
  const other = (way: 'lower' | 'higher') => (way === 'lower' ? 'higher' : 'lower')

  it('before and after exchanged, and the other way wanted, is the same answer with the difference turned', () => {
    fc.assert(
      fc.property(sample, sample, wanted, least, (before, after, way, worth) => {
        const one = remedyEffect(comparison(before, after, way, worth))
        const two = remedyEffect(comparison(after, before, other(way), worth))
        expect(two.answer).toBe(one.answer)
        expect(two.reason).toBe(one.reason)
        expect(two.difference).toBeCloseTo(-(one.difference ?? 0), 12)
        expect(two.interval?.lower).toBeCloseTo(-(one.interval?.upper ?? 0), 12)
        expect(two.p).toBeCloseTo(one.p ?? 0, 10)
      }),
    )
  })

  it('found and not found exchanged, and the other way wanted, is the same answer', () => {
    fc.assert(
      fc.property(sample, sample, wanted, (before, after, way) => {
        const turned = ({ found, judged }: { found: number; judged: number }) => ({ found: judged - found, judged })
        const one = remedyEffect(comparison(before, after, way))
        const two = remedyEffect(comparison(turned(before), turned(after), other(way)))
        expect(two.interval?.lower).toBeCloseTo(-(one.interval?.upper ?? 0), 10)
        expect(two.p).toBeCloseTo(one.p ?? 0, 10)
        if (Math.abs((one.p ?? 0) - 0.05) > 1e-9) expect(two.answer).toBe(one.answer)
      }),
    )
  })

  it('what worked one way did not the other way', () => {
    fc.assert(
      fc.property(sample, sample, wanted, (before, after, way) => {
        fc.pre(remedyEffect(comparison(before, after, way)).answer === 'worked')
        expect(remedyEffect(comparison(before, after, other(way)))).toMatchObject({
          answer: 'did not',
          reason: 'worse',
        })
      }),
    )
  })

  it('more data with the same shares never turn worked into not enough data', () => {
    const times = ({ found, judged }: { found: number; judged: number }, factor: number) => ({
      found: found * factor,
      judged: judged * factor,
    })
    fc.assert(
      fc.property(
        sample,
        sample,
        wanted,
        least,
        fc.integer({ min: 2, max: 9 }),
        (before, after, way, worth, factor) => {
          fc.pre(remedyEffect(comparison(before, after, way, worth)).answer === 'worked')
          const more = remedyEffect(comparison(times(before, factor), times(after, factor), way, worth))
          expect(more.answer).not.toBe('not enough data')
          if (worth === undefined) expect(more.answer).toBe('worked')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('what is open needs more calls than it has, on one side at least', () => {
    fc.assert(
      fc.property(sample, sample, wanted, least, (before, after, way, worth) => {
        const { reason, needed } = remedyEffect(comparison(before, after, way, worth))
        fc.pre(reason === 'undecided' && needed !== undefined)
        expect(needed?.callsASide).toBeGreaterThan(Math.min(before.judged, after.judged))
      }),
      { numRuns: 500 },
    )
  })
})

describe('what is refused', () => {
  const good = { before: counts(4, 40), after: counts(2, 40), wanted: 'lower' } as const
  const mean: EffectMeasure = {
    kind: 'mean',
    figure: { estimate: 80, interval: { lower: 70, upper: 90 }, confidence: 0.95, n: 40 },
  }
  const figure = (change: object): EffectMeasure => ({
    kind: 'rate',
    figure: { estimate: 0.2, interval: { lower: 0.1, upper: 0.3 }, confidence: 0.95, n: 40, ...change },
  })

  it.each<[string, object, string]>([
    ['before.judged', { before: counts(0, 0) }, 'alerts/effect-argument'],
    ['before.found', { before: counts(41, 40) }, 'alerts/effect-argument'],
    ['after.found', { after: counts(0.5, 40) }, 'alerts/effect-argument'],
    ['after.kind', { after: { kind: 'share' } }, 'alerts/effect-argument'],
    ['after', { after: 3 }, 'alerts/effect-argument'],
    ['wanted', { wanted: 'better' }, 'alerts/effect-argument'],
    ['leastImprovement', { leastImprovement: 0 }, 'alerts/effect-argument'],
    ['leastImprovement', { leastImprovement: 5 }, 'alerts/effect-argument'],
    ['confidence', { confidence: 95 }, 'alerts/effect-argument'],
    ['power', { power: 0.2 }, 'alerts/effect-argument'],
    ['after.kind', { after: mean }, 'alerts/effect-units'],
    ['after.figure.confidence', { after: figure({ confidence: 0.9 }) }, 'alerts/effect-confidence'],
    ['after.figure.estimate', { after: figure({ estimate: 20 }) }, 'alerts/effect-argument'],
    [
      'after.figure.interval.lower',
      { after: figure({ interval: { lower: 0.25, upper: 0.3 } }) },
      'alerts/effect-argument',
    ],
    [
      'after.figure.interval.upper',
      { after: figure({ interval: { lower: 0.1, upper: Number.NaN } }) },
      'alerts/effect-argument',
    ],
    ['after.figure.n', { after: figure({ n: 0 }) }, 'alerts/effect-argument'],
    ['after.strata', { after: { kind: 'strata', strata: 7 } }, 'alerts/effect-argument'],
    [
      'strata.0.found',
      { after: { kind: 'strata', strata: [{ key: 'a', size: 9, drawn: 3, found: 4 }] } },
      'sampling/argument',
    ],
  ])('%s of %j', (path, change, code) => {
    // What callers without types pass.
    expect(refusal(() => remedyEffect({ ...good, ...change } as RemedyComparison))).toEqual({ code, path })
  })
})
