import { describe, expect, it } from 'vitest'
import { type Alert, type AlertEffectOptions, type DatedSample, effectOfAlert } from '../../../src/alerts/index.js'
import { isCallgradeError } from '../../../src/issues/index.js'

/** Raised on Sunday 8 March by the findings of 2 to 8 March; remedied on 12 March at 23:30 in Shanghai. */
const alert: Alert = {
  fingerprint: 'p/repeat/agent=A07',
  episode: 1,
  policyVersion: '1',
  rule: 'repeat',
  level: 'yellow',
  levelSince: '2026-03-08T10:00:00+08:00',
  state: 'open',
  group: { agent: 'A07' },
  labels: { agent: 'A07' },
  raisedAt: '2026-03-08T10:00:00+08:00',
  evidence: { findings: ['f1'], count: 12, window: { from: '2026-03-02', through: '2026-03-08' }, rated: 40 },
  duties: [],
  notices: [],
  notify: [],
  actions: [],
  history: [],
  remediedAt: '2026-03-12T15:30:00Z',
}

const sample = (id: string, from: string, through: string, found = 20, judged = 100): DatedSample => ({
  id,
  from: `2026-${from}`,
  through: `2026-${through}`,
  measure: { kind: 'counts', found, judged },
})
const february = sample('february', '02-01', '02-28')
const alarm = sample('alarm', '03-02', '03-08', 12, 40)
const fresh = sample('fresh', '03-09', '03-11')
const later = sample('later', '03-13', '03-31', 5)
const options: AlertEffectOptions = { wanted: 'lower', timeZone: 'Asia/Shanghai' }

function refusal(call: () => unknown): { code: string; path: string; suggestion?: string } {
  try {
    call()
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    const { code, path, suggestion } = error.issues[0]
    return { code, path: path.join('.'), ...(suggestion !== undefined && { suggestion }) }
  }
  throw new Error('not refused')
}

describe('the sample before', () => {
  it('is never the window that fired', () => {
    const effect = effectOfAlert(alert, [alarm, later], options)
    expect(effect).toMatchObject({ answer: 'not enough data', reason: 'no-before', afterSample: 'later' })
    expect(effect.refused).toEqual([{ id: 'alarm', reason: 'in-evidence' }])
    expect(effect).not.toHaveProperty('difference')
  })

  it('is the fresh one of days after the evidence and before the remedy', () => {
    const effect = effectOfAlert(alert, [later, february, alarm, fresh], options)
    expect(effect.beforeSample).toEqual({ id: 'fresh', is: 'fresh' })
    expect(effect.afterSample).toBe('later')
    expect(effect.remedyDate).toBe('2026-03-12')
    expect(effect.refused).toEqual([
      { id: 'february', reason: 'not-chosen' },
      { id: 'alarm', reason: 'in-evidence' },
    ])
    expect(effect.answer).toBe('worked')
    expect(effect.difference).toBeCloseTo(-0.15, 12)
  })

  it('is else the last that ended before the evidence began', () => {
    const january = sample('january', '01-01', '01-31')
    const effect = effectOfAlert(alert, [february, january, later], options)
    expect(effect.beforeSample).toEqual({ id: 'february', is: 'earlier' })
    expect(effect.refused).toEqual([{ id: 'january', reason: 'not-chosen' }])
  })

  it.each([
    ['a day of the evidence at its end', sample('s', '02-01', '03-02'), 'in-evidence'],
    ['a day of the evidence at its beginning', sample('s', '03-08', '03-10'), 'in-evidence'],
    ['all of the evidence', sample('s', '02-01', '03-11'), 'in-evidence'],
    ['the day of the remedy', sample('s', '03-09', '03-12'), 'over-remedy'],
    ['days on both sides of the remedy', sample('s', '03-10', '03-20'), 'over-remedy'],
    ['another purpose', { ...fresh, id: 's', purpose: 'targeted' as const }, 'other-purpose'],
  ])('is none that has %s', (_, refused, reason) => {
    const effect = effectOfAlert(alert, [refused, later], options)
    expect(effect.refused).toEqual([{ id: 's', reason }])
    expect(effect.reason).toBe('no-before')
  })

  it('the day of the remedy is that of the given zone: 15:30 UTC is still 12 March in Shanghai, 13 March in Auckland', () => {
    const effect = effectOfAlert(alert, [february, later], { ...options, timeZone: 'Pacific/Auckland' })
    expect(effect.remedyDate).toBe('2026-03-13')
    expect(effect.refused).toEqual([{ id: 'later', reason: 'over-remedy' }])
    expect(effect.reason).toBe('no-after')
  })

  it('days of evidence in hours are their local dates', () => {
    const hours: Alert = {
      ...alert,
      evidence: {
        ...alert.evidence,
        window: { after: '2026-03-07T20:00:00+08:00', through: '2026-03-08T08:00:00+08:00' },
      },
    }
    const effect = effectOfAlert(hours, [sample('s', '03-01', '03-06'), sample('t', '03-01', '03-07'), later], options)
    expect(effect.beforeSample?.id).toBe('s')
    expect(effect.refused).toEqual([{ id: 't', reason: 'in-evidence' }])
  })

  const { window: _, ...unbounded } = alert.evidence
  it.each([
    ['whose evidence has no window', { ...alert, evidence: unbounded }],
    ['that rose', { ...alert, raisedAt: '2026-03-05T10:00:00+08:00' }],
    ['that came back', { ...alert, episode: 2 }],
  ] as const)('of an alert %s is no earlier one, unless the days of all evidence are told', (_name, other) => {
    const effect = effectOfAlert(other, [february, later], options)
    expect(effect.refused).toEqual([{ id: 'february', reason: 'evidence-unknown' }])
    expect(effect.reason).toBe('no-before')
    expect(effectOfAlert(other, [february, fresh, later], options).beforeSample?.id).toBe('fresh')
    const told = { ...options, evidenceDays: [{ from: '2026-03-01', through: '2026-03-08' }] }
    expect(effectOfAlert(other, [february, later], told).beforeSample?.id).toBe('february')
    const since = { ...options, evidenceDays: [{ from: '2026-02-20', through: '2026-03-08' }] }
    expect(effectOfAlert(other, [february, later], since).refused).toEqual([{ id: 'february', reason: 'in-evidence' }])
  })
})

describe('the sample after', () => {
  it('is the first of days after the remedy, so that nobody goes on until one comes out well', () => {
    const april = sample('april', '04-01', '04-30', 0)
    const effect = effectOfAlert(alert, [april, fresh, later], options)
    expect(effect.afterSample).toBe('later')
    expect(effect.refused).toEqual([{ id: 'april', reason: 'not-chosen' }])
  })

  it('is one that is named beforehand', () => {
    const april = sample('april', '04-01', '04-30', 0)
    expect(effectOfAlert(alert, [april, fresh, later], { ...options, after: 'april' }).afterSample).toBe('april')
    expect(effectOfAlert(alert, [february, fresh, later], { ...options, before: 'february' }).beforeSample).toEqual({
      id: 'february',
      is: 'earlier',
    })
  })

  it('what is named is not taken where it may not be', () => {
    const effect = effectOfAlert(alert, [alarm, fresh, later], { ...options, before: 'alarm' })
    expect(effect.reason).toBe('no-before')
    expect(effect.refused).toEqual([
      { id: 'alarm', reason: 'in-evidence' },
      { id: 'fresh', reason: 'not-chosen' },
    ])
  })

  it('begins after the end where no remedy was reported, and is none of an alert that is open or withdrawn', () => {
    const { remediedAt, ...open } = alert
    const ended = { ...open, state: 'closed', endedAt: remediedAt ?? '' } as const
    expect(effectOfAlert(ended, [fresh, later], options).afterSample).toBe('later')
    for (const none of [open, { ...ended, state: 'withdrawn' as const }]) {
      const effect = effectOfAlert(none, [fresh], options)
      expect(effect).toMatchObject({ answer: 'not enough data', reason: 'no-remedy' })
      expect(effect).not.toHaveProperty('remedyDate')
    }
  })

  it('while there is none, the number that would decide is told: half of 20 % takes 219 a side', () => {
    // n' = (1.95996 sqrt(2 x .15 x .85) + .84162 sqrt(.16 + .09))^2 / .1^2 = 198.97;
    // n = 198.97 / 4 x (1 + sqrt(1 + 4 / 19.897))^2 = 218.8.
    const effect = effectOfAlert(alert, [fresh], options)
    expect(effect.reason).toBe('no-after')
    expect(effect.needed).toMatchObject({ callsASide: 219, basis: 'halved' })
  })
})

describe('the example of docs/did-the-remedy-work.md', () => {
  const side = (id: string, from: string, through: string, found: number, judged = 300) =>
    sample(id, from, through, found, judged)
  const answerOf = (before: DatedSample, after: DatedSample, leastImprovement: number) =>
    effectOfAlert(alert, [alarm, before, after], { ...options, leastImprovement })

  it('60 of 300 and then 30 of 300 worked, by .0431 to .1569, as worked out by hand there', () => {
    const effect = answerOf(side('fresh', '03-09', '03-11', 60), side('later', '03-13', '03-31', 30), 0.05)
    expect(effect).toMatchObject({
      answer: 'worked',
      reason: 'improved',
      difference: expect.closeTo(-0.1, 12),
      interval: { lower: expect.closeTo(-0.1569, 4), upper: expect.closeTo(-0.0431, 4) },
      p: expect.closeTo(0.0008, 4),
      beforeSample: { id: 'fresh', is: 'fresh' },
      afterSample: 'later',
      remedyDate: '2026-03-12',
      refused: [{ id: 'alarm', reason: 'in-evidence' }],
    })
  })

  it('57 of 300 after, with 10 points worth having, did not: better by 7.3 points at most', () => {
    const effect = answerOf(side('fresh', '03-09', '03-11', 60), side('later', '03-13', '03-31', 57), 0.1)
    expect(effect).toMatchObject({ answer: 'did not', reason: 'less-than-worth-having' })
    expect(effect.interval?.lower).toBeCloseTo(-0.073, 3)
  })

  it('44 and 33 of 220 are not enough data: 945 a side would decide about the 5 points seen', () => {
    const effect = answerOf(side('fresh', '03-09', '03-11', 44, 220), side('later', '03-13', '03-31', 33, 220), 0.1)
    expect(effect).toMatchObject({ answer: 'not enough data', reason: 'undecided' })
    expect(effect.interval?.lower).toBeCloseTo(-0.121, 3)
    expect(effect.interval?.upper).toBeCloseTo(0.021, 3)
    expect(effect.needed).toMatchObject({ basis: 'observed', callsASide: 945 })
  })
})

describe('what is refused', () => {
  it.each<[string, readonly unknown[], object, string]>([
    ['samples.1.id', [fresh, fresh], {}, 'alerts/effect-argument'],
    ['samples.0.from', [{ ...fresh, from: '2026-02-30' }], {}, 'alerts/effect-argument'],
    ['samples.0.through', [{ ...fresh, through: '2026-03-01' }], {}, 'alerts/effect-argument'],
    ['samples.0.purpose', [{ ...fresh, purpose: 'risk' }], {}, 'alerts/effect-argument'],
    ['samples.0', [5], {}, 'alerts/effect-argument'],
    ['timeZone', [], { timeZone: 'Mars' }, 'alerts/effect-argument'],
    ['evidenceDays.0.from', [], { evidenceDays: [{ from: 'March' }] }, 'alerts/effect-argument'],
    ['wanted', [], { wanted: undefined }, 'alerts/effect-argument'],
    ['before', [fresh, { ...fresh, id: 'second' }], {}, 'alerts/effect-same-days'],
  ])('%s', (path, samples, change, code) => {
    // What callers without types pass.
    expect(
      refusal(() => effectOfAlert(alert, samples as DatedSample[], { ...options, ...change } as AlertEffectOptions)),
    ).toEqual({ code, path })
  })

  it('an id that no sample has, with what was meant', () => {
    expect(refusal(() => effectOfAlert(alert, [fresh], { ...options, before: 'frehs' }))).toEqual({
      code: 'alerts/effect-unknown-sample',
      path: 'before',
      suggestion: 'fresh',
    })
  })

  it('an instant of the alert that is none', () => {
    expect(refusal(() => effectOfAlert({ ...alert, remediedAt: 'soon' }, [], options))).toEqual({
      code: 'alerts/effect-argument',
      path: 'alert.remediedAt',
    })
  })
})
