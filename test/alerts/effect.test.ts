import fc from 'fast-check'
import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import {
  type Alert,
  type DatedMeasure,
  effectOfAlert,
  isCallgradeError,
  parseSamplingDesign,
  remedyDesign,
  remedyEffect,
} from '../../src/index.js'
import { binomial } from '../../src/statistics/index.js'
import { classify, eventOf, finding, policyOf } from './sound-policy.js'

const counts = (successes: number, trials: number) => ({ successes, trials })

describe('remedyEffect', () => {
  test('Newcombe 1998, method 10: 56 of 70 against 48 of 80', () => {
    const { interval } = remedyEffect({ before: counts(56, 70), after: counts(48, 80) })
    expect(interval.lower).toBeCloseTo(0.0524, 4)
    expect(interval.upper).toBeCloseTo(0.3339, 4)
  })

  test('12 of 60 against 4 of 58: z says p = .038, but Fisher .058, which is not enough', () => {
    const effect = remedyEffect({ before: counts(12, 60), after: counts(4, 58) })
    expect(effect.answer).toBe('not enough data')
    expect(effect.p).toBeCloseTo(0.0579, 4)
    // Half of 20 % is worth having: from 20 to 10 % takes 2 (2.8016 / 0.2838)^2 = 195 calls a side.
    expect(effect.neededCalls).toBe(195)
  })

  test('a fall from 10 to 5 % takes 424 calls a side', () => {
    expect(remedyEffect({ before: counts(5, 50), after: counts(4, 50) }).neededCalls).toBe(424)
  })

  test('worked, did not, and worse', () => {
    expect(remedyEffect({ before: counts(40, 200), after: counts(12, 200) }).answer).toBe('worked')
    // 10 % of a thousand before and after: the interval is +-2.6 points, and 5 would be worth having.
    const same = remedyEffect({ before: counts(100, 1_000), after: counts(100, 1_000) })
    expect(same.answer).toBe('did not')
    expect(same.interval.upper).toBeCloseTo(0.0264, 3)
    expect(remedyEffect({ before: counts(10, 200), after: counts(60, 200) }).answer).toBe('did not')
    // An improvement of one point that is worth having needs more.
    expect(
      remedyEffect({ before: counts(100, 1_000), after: counts(100, 1_000) }, { leastImprovement: 0.01 }).answer,
    ).toBe('not enough data')
  })

  test('where more is better, the other way round', () => {
    expect(remedyEffect({ before: counts(160, 200), after: counts(190, 200) }, { wanted: 'higher' }).answer).toBe(
      'worked',
    )
    expect(remedyEffect({ before: counts(160, 200), after: counts(190, 200) }).answer).toBe('did not')
  })

  test('figures with intervals of their own: means of scores 78 +- 3 and 86 +- 4', () => {
    const before = { estimate: 78, lower: 75, upper: 81, calls: 40 }
    const after = { estimate: 86, lower: 82, upper: 90, calls: 40 }
    const effect = remedyEffect({ before, after }, { wanted: 'higher' })
    // 8 - sqrt(4^2 + 3^2) = 3.
    expect(effect).toMatchObject({ answer: 'worked', improvement: 8, interval: { lower: 3, upper: 13 } })
    const less = remedyEffect({ before, after: { ...after, estimate: 82, lower: 78, upper: 86 } }, { wanted: 'higher' })
    // 4 +- 5 is undecided; to see 4 the half width has to shrink to 4: 40 (5 / 4)^2 = 62.5 calls.
    expect(less).toMatchObject({ answer: 'not enough data', neededCalls: 63 })
  })

  test('swapping the samples and what is wanted mirrors the improvement', () => {
    const sample = fc
      .tuple(fc.nat(200), fc.integer({ min: 1, max: 300 }))
      .map(([found, more]) => counts(found, found + more))
    fc.assert(
      fc.property(sample, sample, (before, after) => {
        const lower = remedyEffect({ before, after })
        const higher = remedyEffect({ before: after, after: before }, { wanted: 'higher' })
        expect(higher.improvement).toBe(lower.improvement)
        expect(higher.interval).toEqual(lower.interval)
        expect(higher.answer === 'worked').toBe(lower.answer === 'worked')
      }),
    )
  })

  test('more calls with the same shares never take back that it worked', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.integer({ min: 30, max: 80 }), (a, b, trials) => {
        const of = (times: number) =>
          remedyEffect({ before: counts(a * times, trials * times), after: counts(b * times, trials * times) }).answer
        if (of(1) === 'worked') expect(of(4)).toBe('worked')
      }),
    )
  })

  test('impossible settings are refused', () => {
    const call = () => remedyEffect({ before: counts(1, 2), after: counts(1, 2) }, { leastImprovement: -0.1 })
    expect(call).toThrow('alerts/argument')
  })
})

describe('with nothing changed', () => {
  /** Alerts that fired by a binomial test of a window, and what is said of a remedy that did nothing. */
  function saidToWork(share: number, size: number, isFresh: boolean): number {
    const random = seedrandom(`${share} ${size} ${isFresh}`)
    const draw = (): number => Array.from({ length: size }, () => random()).filter((value) => value < share).length
    let [fired, worked] = [0, 0]
    while (fired < 1_500) {
      const window = draw()
      if (binomial.survival(window - 1, size, share) > 0.05) continue
      fired++
      const before = counts(isFresh ? draw() : window, size)
      if (remedyEffect({ before, after: counts(draw(), size) }).answer === 'worked') worked++
    }
    return worked / fired
  }

  test.each([
    [0.05, 100],
    [0.1, 60],
    [0.2, 200],
    [0.4, 40],
  ])('share %s of %s calls: a fresh sample says it worked in at most 5 of 100', (share, size) => {
    expect(saidToWork(share, size, true)).toBeLessThanOrEqual(0.05)
  })

  test('the window that fired would say so far more often', () => {
    expect(saidToWork(0.2, 200, false)).toBeGreaterThan(0.1)
  })
})

describe('effectOfAlert', () => {
  const day = (date: string): string => `2026-${date}T10:00:00+08:00`
  const policy = policyOf(
    { groupBy: ['team'], steps: [{ level: 'yellow', window: { days: 7 }, count: { atLeast: 2 } }] },
    {
      roles: [{ id: 'leader' }],
      levels: [
        { id: 'yellow', duties: [{ id: 'remedy', doneBy: 'remedied', within: { hours: 48 }, assignTo: ['leader'] }] },
      ],
    },
  )
  const findings = [finding({ occurredAt: day('03-09') }), finding({ occurredAt: day('03-11') })]
  const [raised] = classify({ findings }, policy).alerts
  if (!raised) throw new Error('no alert')
  const [alert] = classify({ findings, events: [eventOf(raised, 'remedied', day('03-16'))] }, policy).alerts as [Alert]
  const sample = (from: string, through: string, found = 10): DatedMeasure => ({
    from: `2026-${from}`,
    through: `2026-${through}`,
    measure: counts(found, 100),
  })
  const options = { timeZone: 'Asia/Shanghai' }

  test('the window that fired, 5 to 11 March, is never the before', () => {
    const effect = effectOfAlert(alert, [sample('03-02', '03-08', 40), sample('03-17', '03-23', 5)], options)
    expect(effect).toMatchObject({ answer: 'not enough data', reason: 'no-before' })
    expect(effect.left[0]).toEqual({ from: '2026-03-02', through: '2026-03-08', reason: 'window-that-fired' })
  })

  test('the last sample before that window, or a fresh one before the remedy, which comes first', () => {
    const earlier = [sample('02-01', '02-14'), sample('02-15', '02-28', 30)]
    const after = [sample('03-17', '03-23', 5), sample('03-24', '03-30', 50)]
    expect(effectOfAlert(alert, [...after, ...earlier], options)).toMatchObject({
      answer: 'worked',
      before: earlier[1],
      after: after[0],
    })
    const fresh = sample('03-12', '03-14', 28)
    expect(effectOfAlert(alert, [...earlier, fresh, ...after], options)).toMatchObject({ before: fresh })
    // A sample of which a part is after the remedy is neither.
    const across = sample('03-12', '03-20', 28)
    expect(effectOfAlert(alert, [...earlier, across], options)).toMatchObject({
      reason: 'no-after',
      left: [{ reason: 'not-chosen' }, { from: '2026-03-12', reason: 'during-the-remedy' }],
    })
  })

  test('without a remedy there is nothing to judge', () => {
    expect(effectOfAlert(raised, [sample('02-01', '02-14')], options)).toMatchObject({ reason: 'no-remedy' })
  })

  test('the check is drawn by a sampling design of the group', () => {
    const design = remedyDesign(alert, { idField: 'call_id', fields: { team: 'team_id' }, calls: 195 })
    expect(parseSamplingDesign(JSON.stringify(design))).toEqual(design)
    expect(design.eligible).toEqual({ all: [{ fact: 'team_id', operator: 'equal', value: 'T1' }] })
    try {
      remedyDesign(alert, { idField: 'call_id', fields: {}, calls: 195 })
      throw new Error('not refused')
    } catch (error) {
      expect(isCallgradeError(error) && error.issues[0].path).toEqual(['fields', 'team'])
    }
  })
})
