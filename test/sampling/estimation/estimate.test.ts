import { describe, expect, expectTypeOf, test } from 'vitest'
import { type Issue, isCallgradeError } from '../../../src/issues/index.js'
import { messageOf } from '../../../src/issues/messages/message-of.js'
import { estimate } from '../../../src/sampling/estimation/estimate.js'
import { estimateValues } from '../../../src/sampling/estimation/estimate-values.js'
import { estimateRateFromCounts } from '../../../src/sampling/estimation/rates/estimate-rate-from-counts.js'
import type { EstimationManifest } from '../../../src/sampling/estimation/report/join-to-sample.js'
import type { Manifest } from '../../../src/sampling/manifest/manifest.js'
import type { Score } from '../../../src/scoring/score.js'
import { cpuSeconds } from '../../support/cpu-seconds.js'
import { runs } from '../../support/runs.js'

const issuesOf = (run: () => unknown): readonly Issue[] => {
  try {
    run()
  } catch (error) {
    if (isCallgradeError(error)) return error.issues
    throw error
  }
  return []
}
const codesOf = (run: () => unknown) => issuesOf(run).map(({ code }) => code)

const scoreOf = (callId: string, value: number, rest: Partial<Score> = {}): Score =>
  // `rest` replaces status and numbers together.
  ({
    evaluationId: `e-${callId}`,
    rubric: 'r',
    rubricVersion: '1',
    callId,
    agentId: 'Li',
    status: 'scored',
    rawScore: value,
    score: value,
    verdict: value >= 60 ? 'qualified' : 'unqualified',
    band: null,
    actions: [],
    sections: {},
    items: {},
    vetoes: [],
    gates: [],
    bonuses: [],
    undetermined: [],
    criticalErrors: {},
    ...rest,
  }) as Score
const notScored = { status: 'not-scored', score: null, rawScore: null, verdict: null } as const

/** Sales: 4 of 40; care: 2 of 10; one targeted and one coaching call. */
const manifest: EstimationManifest = {
  strata: [
    { key: '["sales"]', N: 40, n: 4, weight: 10 },
    { key: '["care"]', N: 10, n: 2, weight: 5 },
  ],
  drawn: [
    ...['s1', 's2', 's3', 's4'].map((callId) => ({ callId, stratum: '["sales"]', purpose: 'measure' as const })),
    ...['c1', 'c2'].map((callId) => ({ callId, stratum: '["care"]', purpose: 'measure' as const })),
    { callId: 't1', stratum: '["sales"]', purpose: 'targeted', rule: 'long-wait' },
    { callId: 'k1', stratum: '["care"]', purpose: 'coaching' },
  ],
}
const scores = [
  scoreOf('s1', 80, { agentId: 'Wang' }),
  scoreOf('s2', 0, { rawScore: 90, vetoes: ['rude'], verdict: 'unqualified' }),
  scoreOf('s3', 100),
  scoreOf('s4', 60),
  scoreOf('c1', 70, { agentId: 'Wang', businessType: 'care' }),
  scoreOf('c2', 50, { businessType: 'care' }),
]

describe('the figures of a month', () => {
  const report = estimate(manifest, scores)

  // Sales (80 + 0 + 100 + 60) / 4 = 60 for 40 calls, care (70 + 50) / 2 = 60 for 10.
  test('mean, raw mean, pass and veto rate weigh strata by their size', () => {
    expect(report.total.score).toMatchObject({ estimate: 60, method: 'mover', n: 6 })
    // Raw: sales 330 / 4 = 82.5, care 60: (40 x 82.5 + 10 x 60) / 50 = 78.
    expect(report.total.rawScore).toMatchObject({ estimate: 78, method: 'satterthwaite-t' })
    // Passed: 3 of 4 sales, 1 of 2 care: (40 x .75 + 10 x .5) / 50 = .7.
    expect(report.total.passRate.estimate).toBeCloseTo(0.7, 12)
    expect(report.total.vetoRate.estimate).toBeCloseTo(0.2, 12)
    expect(report).toMatchObject({ population: 50, n: 6, notScored: 0, withoutAgent: 0 })
  })
  test('the upper limit of a veto rate stands first', () => {
    const [first] = Object.entries(report.total.vetoRate)
    expect(report.total.vetoRate.status === 'estimated' && first).toEqual([
      'atMost',
      (report.total.vetoRate as { interval: { upper: number } }).interval.upper,
    ])
    expect(Object.keys(report.total.vetoes)).toEqual(['rude'])
  })
  test('a veto that never fired has its limit when it is named', () => {
    const { vetoes } = estimate(manifest, scores, { vetoes: ['leak'] }).total
    expect(vetoes.leak).toMatchObject({ estimate: 0, method: 'none-or-all' })
    expect(vetoes.leak?.atMost).toBeGreaterThan(0.3)
  })
  test('strata are exact, in the order of the manifest', () => {
    expect(report.strata.map(({ key, size, n }) => [key, size, n])).toEqual([
      ['["sales"]', 40, 4],
      ['["care"]', 10, 2],
    ])
    expect(report.strata[0]?.figures.passRate).toEqual(
      estimateRateFromCounts([{ key: 'x', size: 40, drawn: 4, found: 3 }]),
    )
  })
  // Wang: s1 of weight 10 and c1 of weight 5: (800 + 350) / 15.
  test('agents stand by id and are too thin to be ranked', () => {
    expect(report.agents.map(({ label, n }) => [label, n])).toEqual([
      ['Li', 4],
      ['Wang', 2],
    ])
    expect(report.agents[1]?.figures.score.estimate).toBeCloseTo(1150 / 15, 12)
    expect(report.agents[1]?.figures.passRate.notes).toContain('too-thin')
  })
  test('business types and named domains', () => {
    const named = estimate(manifest, scores, { domains: { week: ({ callId }) => (callId === 's1' ? '1' : undefined) } })
    expect(named.domains.businessType?.map(({ label, n }) => [label, n])).toEqual([['care', 2]])
    expect(named.domains.week?.[0]?.figures.score.estimate).toBe(80)
  })
  test('critical-error accuracy counts the calls in which the family was assessed', () => {
    const states = ['error', 'clear', 'not-assessed', 'clear', 'clear', 'not-assessed'] as const
    const { total } = estimate(
      manifest,
      scores.map((score, index) => ({ ...score, criticalErrors: { compliance: states[index] ?? 'clear' } })),
    )
    // Weights 10: error, clear, clear; 5: clear. 25 of 35.
    expect(total.criticalErrors.compliance?.estimate).toBeCloseTo(25 / 35, 12)
  })
  test('calls that were not scored are outside the figures and counted', () => {
    const some = scores.map((score) => (score.callId === 's4' ? { ...score, ...notScored } : score))
    const found = estimate(manifest, some)
    // Sales 180 of weight 10 in three calls, care 120 of weight 5: 2400 / 40.
    expect(found.total.score.estimate).toBeCloseTo(60, 12)
    expect(found).toMatchObject({ notScored: 1, n: 6 })
    expect(found.total.passRate.n).toBe(5)
    expect(found.total.vetoRate.n).toBe(5)
    // Kish's size of weights 10, 10, 10, 5, 5, as of any domain: 40^2 / 350.
    expect(found.total.passRate).toHaveProperty('plannedEffectiveSize', 1600 / 350)
  })
  test('a veto that could not be decided is left out of its rate', () => {
    const some = scores.map((score) => (score.callId === 's1' ? { ...score, undetermined: ['rude'] } : score))
    const found = estimate(manifest, some)
    expect(found.undetermined).toBe(1)
    expect(found.total.vetoRate.estimate).toBeCloseTo(10 / 40, 12)
  })
  test('targeted and coaching calls change no figure', () => {
    const more = estimate(manifest, [scoreOf('t1', 0, { vetoes: ['rude'] }), ...scores, scoreOf('k1', 10)])
    expect({ ...more, targeted: 0, coaching: 0 }).toEqual({ ...report, targeted: 0, coaching: 0 })
    expect(more.targeted).toEqual({ drawn: 1, scored: 1, notScored: 0, unqualified: 1, vetoed: 1 })
    expect(more.coaching).toEqual({ drawn: 1, scored: 1, notScored: 0, unqualified: 1, vetoed: 0 })
  })
  test('the order of the scores changes nothing', () => {
    expect(estimate(manifest, scores.toReversed())).toEqual(report)
  })
  // New: s1 and s2, weight 10 each for 10 calls; old: the rest, weights 10, 10, 5, 5 for 40 calls.
  test('known counts of groups give further weights', () => {
    const { postStratified } = estimate(manifest, scores, {
      postStrata: {
        of: ({ callId }) => (callId === 's1' || callId === 's2' ? 'new' : 'old'),
        counts: { new: 10, old: 40 },
      },
    })
    expect(postStratified?.score.estimate).toBeCloseTo((10 * 40 + 40 * (2200 / 30)) / 50, 12)
  })
})

describe('faults are told', () => {
  test('a measure call without a score, by name', () => {
    const issues = issuesOf(() => estimate(manifest, scores.slice(1)))
    expect(issues).toMatchObject([{ code: 'sampling/score-missing', path: ['manifest', 'drawn', 0], received: '"s1"' }])
    expect(messageOf(issues[0] as Issue, 'en')).toContain('"s1"')
    expect(messageOf(issues[0] as Issue, 'zh-CN')).toContain('"s1"')
  })
  test('or the others of its stratum stand for it, which the report says', () => {
    const found = estimate(manifest, scores.slice(1), { missing: 'as-if-random' })
    expect(found.missing).toEqual({ assumption: 'as-if-random', calls: ['s1'] })
    // Sales 160 / 3 for 40 calls, care 60 for 10.
    expect(found.total.score.estimate).toBeCloseTo((40 * (160 / 3) + 600) / 50, 12)
  })
  test('a stratum of which nothing was scored stays unknown', () => {
    expect(codesOf(() => estimate(manifest, scores.slice(0, 4), { missing: 'as-if-random' }))).toEqual([
      'sampling/stratum-unanswered',
    ])
  })
  test('one answered call of a stratum needs a policy', () => {
    const some = scores.slice(0, 5)
    expect(codesOf(() => estimate(manifest, some, { missing: 'as-if-random' }))).toEqual([
      'sampling/single-call-stratum',
    ])
    expect(codesOf(() => estimate(manifest, some, { missing: 'as-if-random', singleCall: 'adjust' }))).toEqual([])
  })
  test('two scores of a call', () => {
    expect(codesOf(() => estimate(manifest, [...scores, scoreOf('s1', 10)]))).toEqual(['sampling/score-twice'])
  })
  test('scores of other calls, or of none, are listed', () => {
    const { callId: _, ...nameless } = scoreOf('x', 10)
    const { issues, n } = estimate(manifest, [...scores, scoreOf('other', 10), nameless])
    expect(n).toBe(6)
    expect(issues).toMatchObject([
      { code: 'sampling/score-outside-sample', severity: 'warning', path: ['scores', 6], received: '"other"' },
      { code: 'sampling/score-without-call', severity: 'warning', path: ['scores', 7] },
    ])
  })
  test('a score over the maximum', () => {
    expect(codesOf(() => estimate(manifest, scores, { maximum: 90 }))).toEqual(['sampling/argument'])
  })
  test('a manifest whose counts are not those drawn', () => {
    const wrong = { ...manifest, drawn: manifest.drawn.slice(1) }
    expect(codesOf(() => estimate(wrong, scores))).toEqual(['sampling/argument'])
  })
})

describe('other variables of the drawn calls', () => {
  const ids = ['s1', 's2', 's3', 's4', 'c1', 'c2']
  test('a share', () => {
    const values = ids.map((callId, index) => ({ callId, value: index % 2 === 0 }))
    expect(estimateValues(manifest, values, { kind: 'rate' }).total).toMatchObject({
      estimate: 0.5,
      method: 'korn-graubard',
    })
  })
  test('a mean with calls outside it, by agent', () => {
    const values = ids.map((callId, index) => ({ callId, agentId: 'Li', value: index === 0 ? null : 100 * index }))
    const { total, agents, apart } = estimateValues(manifest, [...values, { callId: 't1', value: 9 }], { kind: 'mean' })
    // (100 + 200 + 300) x 10 + (400 + 500) x 5 over 3 x 10 + 2 x 5.
    expect(total.estimate).toBeCloseTo(10500 / 40, 12)
    expect(agents.map(({ label, n }) => [label, n])).toEqual([['Li', 6]])
    expect(apart).toBe(1)
  })
  test('a rate of something else than 0 and 1 is refused', () => {
    expect(
      codesOf(() =>
        estimateValues(
          manifest,
          ids.map((callId) => ({ callId, value: 0.5 })),
          { kind: 'rate' },
        ),
      ),
    ).toEqual(['sampling/argument'])
  })
})

test('a manifest as drawn fits', () => {
  expectTypeOf<Manifest>().toExtend<EstimationManifest>()
})

/** 10,000 calls in all; 100,000 where this is 500. */
const CALLS_OF_STRATUM = runs('CALLGRADE_CALLS_OF_STRATUM', 50)

test('scored calls of 200 strata and 500 agents are estimated at once', () => {
  const strata = Array.from({ length: 200 }, (_, index) => ({
    key: `["${index}"]`,
    N: 10 * CALLS_OF_STRATUM,
    n: CALLS_OF_STRATUM,
    weight: 10,
  }))
  const drawn = strata.flatMap(({ key }, stratum) =>
    Array.from({ length: CALLS_OF_STRATUM }, (_, index) => ({
      callId: `${stratum}-${index}`,
      stratum: key,
      purpose: 'measure' as const,
    })),
  )
  const many = drawn.map(({ callId }, index) =>
    scoreOf(callId, index % 37 === 0 ? 0 : 60 + (index % 41), {
      agentId: `a${index % 500}`,
      vetoes: index % 37 === 0 ? [`veto-${index % 3}`] : [],
      criticalErrors: { compliance: index % 19 === 0 ? 'error' : 'clear', business: 'clear' },
    }),
  )
  expect(cpuSeconds(() => estimate({ strata, drawn }, many))).toBeLessThan(10)
})
