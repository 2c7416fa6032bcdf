import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCallgradeError } from '../../../src/issues/index.js'
import { estimateDomain } from '../../../src/sampling/estimation/domains/estimate-domain.js'
import { estimatePostStratified } from '../../../src/sampling/estimation/domains/estimate-post-stratified.js'
import type { Estimate, EstimatedFigure } from '../../../src/sampling/estimation/estimate-result.js'
import { estimateMean } from '../../../src/sampling/estimation/means/estimate-mean.js'
import { estimateRatio } from '../../../src/sampling/estimation/means/estimate-ratio.js'
import { estimateZeroableMean } from '../../../src/sampling/estimation/means/estimate-zeroable-mean.js'
import { estimateRate } from '../../../src/sampling/estimation/rates/estimate-rate.js'
import { estimateRateFromCounts } from '../../../src/sampling/estimation/rates/estimate-rate-from-counts.js'

const codesOf = (run: () => unknown): string[] => {
  try {
    run()
  } catch (error) {
    if (isCallgradeError(error)) return error.issues.map(({ code }) => code)
    throw error
  }
  return []
}
const estimated = (estimate: Estimate): EstimatedFigure => {
  if (estimate.status !== 'estimated') throw new Error(estimate.reason)
  return estimate
}

/** No NaN anywhere, and what is estimated lies in its interval. */
function isSound(estimate: Estimate): void {
  for (const value of Object.values(estimate)) expect(value).not.toBeNaN()
  if (estimate.status === 'not-estimable') return
  const { interval, estimate: centre } = estimate
  const room = 1e-9 * Math.max(1, Math.abs(centre))
  expect(interval.lower).toBeLessThanOrEqual(centre + room)
  expect(interval.upper).toBeGreaterThanOrEqual(centre - room)
  for (const part of [estimate.share, estimate.rest]) if (part) isSound(part)
}

const stratum = (value: fc.Arbitrary<number>) =>
  fc
    .record({
      values: fc.array(value, { minLength: 1, maxLength: 6 }),
      unseen: fc.integer({ min: 0, max: 1_000_000_000 }),
    })
    .map(({ values, unseen }) => ({ size: values.length + unseen, values }))
const strataOf = (value: fc.Arbitrary<number>) =>
  fc
    .array(stratum(value), { minLength: 1, maxLength: 5 })
    .map((strata) => strata.map((one, index) => ({ key: `${index}`, ...one })))
const policy = fc.constantFrom('certainty', 'remove', 'adjust', 'average')

describe('every answer is a figure in its interval or a named refusal', () => {
  test('rates', () => {
    fc.assert(
      fc.property(strataOf(fc.integer({ min: 0, max: 1 })), policy, (strata, singleCall) => {
        const found = estimateRate(strata, { singleCall })
        isSound(found)
        if (found.status === 'estimated') {
          expect(found.interval.lower).toBeGreaterThanOrEqual(0)
          expect(found.interval.upper).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
  test('scores that can be zeroed, with and without a maximum', () => {
    const score = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true }), fc.constant(100))
    fc.assert(
      fc.property(strataOf(score), policy, fc.boolean(), (strata, singleCall, isBounded) => {
        const found = estimateZeroableMean(strata, { singleCall, ...(isBounded && { maximum: 100 }) })
        isSound(found)
        // One call of every stratum leaves no degree of freedom, not even for the share that is not zero.
        const drawn = strata.reduce((sum, { values }) => sum + values.length, 0)
        if (isBounded && drawn > strata.length) expect(found.status).toBe('estimated')
      }),
    )
  })
  test('means, and domains of an agent', () => {
    fc.assert(
      fc.property(strataOf(fc.double({ min: -1e9, max: 1e9, noNaN: true })), policy, (strata, singleCall) => {
        isSound(estimateMean(strata, { singleCall }))
        const domain = strata.map((one) => ({ ...one, drawn: one.values.length, values: one.values.slice(1) }))
        isSound(estimateDomain(domain, { kind: 'mean', of: 'agent', singleCall }))
      }),
    )
  })
})

describe('laws', () => {
  test('the order of strata and calls changes nothing', () => {
    fc.assert(
      fc.property(strataOf(fc.integer({ min: 0, max: 100 })), (strata) => {
        const turned = strata.map((one) => ({ ...one, values: one.values.toReversed() })).reverse()
        const [one, other] = [strata, turned].map((each) => estimateMean(each, { singleCall: 'adjust' }))
        expect(other?.status).toBe(one?.status)
        expect(other?.estimate).toBeCloseTo(one?.estimate ?? 0, 9)
        if (one?.status === 'estimated' && other?.status === 'estimated')
          expect(other.standardError).toBeCloseTo(one.standardError ?? 0, 9)
      }),
    )
  })
  test('a domain that holds every call has the mean and the error of all', () => {
    fc.assert(
      fc.property(strataOf(fc.integer({ min: 0, max: 100 })), (strata) => {
        const all = estimateMean(strata, { singleCall: 'remove' })
        const domain = strata.map((one) => ({ ...one, drawn: one.values.length }))
        const found = estimateDomain(domain, { kind: 'mean', singleCall: 'remove' })
        fc.pre(all.status === 'estimated' && all.method !== 'census' && found.status === 'estimated')
        expect(found.estimate).toBeCloseTo(all.estimate ?? 0, 9)
        if (found.status === 'estimated' && all.status === 'estimated')
          expect(found.standardError).toBeCloseTo(all.standardError ?? 0, 9)
      }),
    )
  })
  test('counts and values give the same rate', () => {
    const counted = estimated(estimateRateFromCounts([{ key: 'a', size: 50, drawn: 5, found: 2 }]))
    const valued = estimated(estimateRate([{ key: 'a', size: 50, values: [1, 0, 0, 1, 0] }]))
    expect(counted).toEqual({ ...valued, standardError: counted.standardError })
    expect(counted.standardError).toBeCloseTo(valued.standardError ?? 0, 12)
  })
  // p q / se^2 = .25 / .0125 = 20, less the t ratio; planned 1 / (2 x .25 x .9 / 10) = 22.2. R's `beta` is in the oracles.
  test('where the planned effective size is no ceiling, the interval is that of R survey', () => {
    const strata = ['a', 'b'].map((key) => ({ key, size: 100, drawn: 10, found: 5 }))
    const [own, survey] = [{}, { method: 'beta' } as const].map((options) => estimateRateFromCounts(strata, options))
    expect(own && estimated(own).plannedEffectiveSize).toBeCloseTo(200 / 9, 12)
    expect(own && estimated(own).effectiveSize).toBeLessThan(20)
    expect(own && estimated(own).interval).toEqual(survey && estimated(survey).interval)
  })
  test('values of a thousand million keep the spread of their last digits', () => {
    const small = estimated(estimateMean([{ key: 'a', size: 90, values: [1, 2, 4, 9] }]))
    const large = estimated(estimateMean([{ key: 'a', size: 90, values: [1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 9] }]))
    expect(large.standardError).toBeCloseTo(small.standardError ?? 0, 9)
  })
})

describe('what cannot be known has a name', () => {
  test('all calls drawn: the figure is known', () => {
    const strata = [
      { key: 'a', size: 3, values: [1, 0, 1] },
      { key: 'b', size: 1, values: [1] },
    ]
    expect(estimateRate(strata)).toMatchObject({ method: 'census', interval: { lower: 0.75, upper: 0.75 } })
    expect(estimateZeroableMean(strata)).toMatchObject({ method: 'census', estimate: 0.75 })
    const ratio = estimateRatio([{ key: 'a', size: 2, numerators: [10, 20], denominators: [100, 200] }])
    expect(ratio).toMatchObject({ method: 'census', estimate: 0.1, notes: [] })
    const grouped = [{ key: 'a', size: 2, values: [1, 0], labels: ['x', 'y'] }]
    expect(estimatePostStratified(grouped, { x: 1, y: 1 }, { kind: 'rate' })).toMatchObject({ method: 'census' })
  })
  test('no call in the domain', () => {
    const strata = [{ key: 'a', size: 9, drawn: 3, values: [] }]
    expect(estimateDomain(strata, { kind: 'rate' })).toMatchObject({ status: 'not-estimable', reason: 'no-call' })
  })
  test('one call shows no spread of a mean, yet limits a rate', () => {
    expect(estimateMean([{ key: 'a', size: 9, values: [80] }])).toMatchObject({
      status: 'not-estimable',
      reason: 'no-degrees-of-freedom',
      estimate: 80,
    })
    expect(estimateRate([{ key: 'a', size: 9, values: [1] }])).toMatchObject({ method: 'hypergeometric' })
  })
  // With one score that is not zero its own share times 100 is all that bounds the mean: x of 3 at most 100 each.
  test('too few scores that are not zero are bounded by the maximum, where there is one', () => {
    const strata = [{ key: 'a', size: 30, values: [0, 0, 90] }]
    const bounded = estimated(estimateZeroableMean(strata, { maximum: 100 }))
    expect(bounded.method).toBe('share-bounds')
    expect(bounded.interval).toEqual({
      lower: 0,
      upper: 100 * estimated(estimateRate([{ key: 'a', size: 30, values: [0, 0, 1] }])).interval.upper,
    })
    expect(estimateZeroableMean(strata)).toMatchObject({ status: 'not-estimable', estimate: 30 })
  })
  test('equal values are marked, since unseen calls need not be equal', () => {
    expect(estimateMean([{ key: 'a', size: 9, values: [80, 80] }]).notes).toContain('no-spread')
  })
  // Deviations of 0, 0, ..., 0 and 9 calls of 0 beside one of 10: (10 - 1)^2 = 81 of 90 in all, 90 %.
  test('one call with most of the squares is heavy-tailed, an even spread is not', () => {
    const heavy = [{ key: 'a', size: 900, values: [10, 0, 0, 0, 0, 0, 0, 0, 0, 0] }]
    const even = [{ key: 'a', size: 900, values: Array.from({ length: 40 }, (_, index) => index % 2) }]
    expect(estimateMean(heavy).notes).toEqual(['approximate', 'heavy-tailed'])
    expect(estimateMean(even).notes).toEqual(['approximate'])
  })
  test('an agent with nine calls is too thin, with ten it is not', () => {
    const agentOf = (calls: number) => [
      { key: 'a', size: 900, drawn: 50, values: Array.from({ length: calls }, (_, i) => i % 2) },
    ]
    expect(estimateDomain(agentOf(9), { kind: 'rate', of: 'agent' }).notes).toContain('too-thin')
    expect(estimateDomain(agentOf(10), { kind: 'rate', of: 'agent' }).notes).not.toContain('too-thin')
  })
})

describe('single-call strata', () => {
  const strata = [
    { key: 'a', size: 30, values: [80, 90, 85] },
    { key: 'b', size: 20, values: [60, 70] },
    { key: 'c', size: 5, values: [99] },
  ]
  test('are an error until a policy is named', () => {
    expect(codesOf(() => estimateMean(strata))).toEqual(['sampling/single-call-stratum'])
    expect(
      codesOf(() =>
        estimateRateFromCounts([
          { key: 'a', size: 4, drawn: 1, found: 0 },
          { key: 'b', size: 4, drawn: 2, found: 0 },
        ]),
      ),
    ).toEqual(['sampling/single-call-stratum'])
  })
  test('a whole one needs none', () => {
    const whole = strata.map((stratum) => (stratum.key === 'c' ? { ...stratum, size: 1 } : stratum))
    expect(codesOf(() => estimateMean(whole))).toEqual([])
  })
  // (30/55)^2 .9 25/3 + (20/55)^2 .9 50/2 = 5.2066116; certainty leaves it, average gives it three halves.
  test('certainty and average by hand', () => {
    const variance = (30 / 55) ** 2 * 0.9 * (25 / 3) + (20 / 55) ** 2 * 0.9 * (50 / 2)
    expect(estimated(estimateMean(strata, { singleCall: 'certainty' })).standardError).toBeCloseTo(
      Math.sqrt(variance),
      12,
    )
    expect(estimated(estimateMean(strata, { singleCall: 'average' })).standardError).toBeCloseTo(
      Math.sqrt(1.5 * variance),
      12,
    )
  })
})

describe('post-stratification', () => {
  // Weights become 10 and 80 a call for "new" and "old": new 20 calls of 2, old 80 of 1.
  test('brings groups to their known size for rates and scores too', () => {
    const strata = [{ key: 'all', size: 100, values: [1, 0, 1], labels: ['new', 'new', 'old'] }]
    const rate = estimatePostStratified(strata, { new: 20, old: 80 }, { kind: 'rate' })
    expect(rate.estimate).toBeCloseTo(0.9, 12)
    const score = estimatePostStratified(
      [{ key: 'all', size: 100, values: [80, 0, 90, 70], labels: ['new', 'new', 'old', 'old'] }],
      { new: 20, old: 80 },
      { kind: 'zeroable-mean', maximum: 100 },
    )
    expect(score.estimate).toBeCloseTo(0.2 * 40 + 0.8 * 80, 12)
    isSound(score)
  })
  test('refuses groups that are not counted, or counted and not drawn, or do not add up', () => {
    const strata = [{ key: 'all', size: 100, values: [1, 0], labels: ['new', 'new'] }]
    expect(codesOf(() => estimatePostStratified(strata, { new: 60, old: 40 }, { kind: 'rate' }))).toEqual([
      'sampling/post-stratum',
    ])
    expect(codesOf(() => estimatePostStratified(strata, {}, { kind: 'rate' }))).toEqual(['sampling/post-stratum'])
    expect(codesOf(() => estimatePostStratified(strata, { new: 99 }, { kind: 'rate' }))).toEqual(['sampling/argument'])
  })
})

describe('wrong calls throw at once', () => {
  test.each([
    ['a value that is no 0 or 1', () => estimateRate([{ key: 'a', size: 5, values: [0.5] }])],
    ['NaN', () => estimateMean([{ key: 'a', size: 5, values: [Number.NaN] }])],
    ['more calls than the stratum holds', () => estimateMean([{ key: 'a', size: 1, values: [1, 2] }])],
    ['a stratum without calls', () => estimateMean([{ key: 'a', size: 1, values: [] }])],
    ['a score under 0', () => estimateZeroableMean([{ key: 'a', size: 5, values: [-1, 2] }])],
    [
      'a score over the maximum',
      () => estimateZeroableMean([{ key: 'a', size: 5, values: [101, 2] }], { maximum: 100 }),
    ],
    ['percent for a fraction', () => estimateRate([{ key: 'a', size: 5, values: [1] }], { confidence: 95 })],
    [
      'the same stratum twice',
      () =>
        estimateMean([
          { key: 'a', size: 5, values: [1] },
          { key: 'a', size: 5, values: [1] },
        ]),
    ],
    ['a ratio to nothing', () => estimateRatio([{ key: 'a', size: 5, numerators: [1, 1], denominators: [0, 0] }])],
    [
      'numerators without denominators',
      () => estimateRatio([{ key: 'a', size: 5, numerators: [1, 1], denominators: [1] }]),
    ],
    ['counts that cannot be', () => estimateRateFromCounts([{ key: 'a', size: 5, drawn: 2, found: 3 }])],
  ])('%s', (_, run) => expect(codesOf(run)).toContain('sampling/argument'))
})
