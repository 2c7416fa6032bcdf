import { describe, expect, it } from 'vitest'
import { agreement, compareWithReference, figureOf, type RaterRating } from '../../../src/calibration/index.js'
import { isCallgradeError } from '../../../src/issues/index.js'
import type { Evaluation } from '../../../src/scoring/index.js'

const rubric = {
  format: 'callgrade/rubric@1',
  id: 'r',
  version: '1',
  title: 'R',
  scales: { five: { levels: [1, 2, 3, 4, 5].map((value) => ({ value })) } },
  defaultScale: 'five',
  sections: [
    { id: 'talk', items: [{ id: 'greeting' }, { id: 'check', kind: 'yes-no', mayBeNotApplicable: true }] },
    {
      id: 'case',
      items: [
        {
          id: 'way',
          kind: 'choice',
          options: [
            { id: 'a', points: 1 },
            { id: 'b', points: 0 },
          ],
        },
        { id: 'faults', kind: 'deduction', base: 10, faults: [{ id: 'late', points: 4 }] },
      ],
    },
  ],
  vetoes: [{ id: 'abuse' }],
  result: {
    passMark: 60,
    bands: [
      { id: 'good', minimum: 60 },
      { id: 'poor', minimum: 0 },
    ],
  },
} as const
/** Twelve calls by two raters; B is a level milder on the first call, and takes the second for n/a. */
const ratings = (): RaterRating[] =>
  Array.from({ length: 12 }, (_, call) => call).flatMap((call) =>
    ['A', 'B'].flatMap((raterId): RaterRating[] => [
      { callId: `c${call}`, raterId, item: 'greeting', rating: raterId === 'B' && call === 0 ? 2 : 1 + (call % 5) },
      { callId: `c${call}`, raterId, item: 'check', rating: raterId === 'B' && call === 1 ? 'na' : call % 2 === 0 },
    ]),
  )
const evaluation = (call: number, rater: string, change: Partial<Evaluation> = {}): Evaluation => ({
  id: `${rater}${call}`,
  rubric: 'r',
  callId: `c${call}`,
  evaluatorId: rater,
  ratings: {
    greeting: 1 + (call % 5),
    check: call % 2 === 0,
    way: call % 3 ? 'a' : 'b',
    faults: call % 4 ? [] : ['late'],
  },
  vetoes: call === 3 ? ['abuse'] : [],
  ...change,
})
const input = rubric as never

describe('the report of a session', () => {
  it('keeps n/a and missing apart', () => {
    const gap = ratings().filter(
      ({ callId, raterId, item }) => !(callId === 'c5' && raterId === 'A' && item === 'check'),
    )
    const check = agreement({ ratings: gap }, input).targets.find(({ id }) => id === 'check')
    expect([check?.ratings, check?.missing, check?.notApplicable, check?.calls]).toEqual([22, 1, 1, 10])
    // On 10 of 11 shared calls both say whether it applies: one differs.
    expect(check?.onApplicability?.percentExact).toMatchObject({ kind: 'value', value: 10 / 11 })
    // What both rated they rated the same.
    expect(check && figureOf(check, 'percent-exact')).toBe(1)
  })

  it('compares levels on the declared scale, with limits', () => {
    const greeting = agreement({ ratings: ratings() }, input, { seed: 's' }).targets.find(({ id }) => id === 'greeting')
    expect(greeting && figureOf(greeting, 'percent-exact')).toBeCloseTo(11 / 12, 12)
    expect(greeting && figureOf(greeting, 'percent-within-one')).toBe(1)
    expect(greeting?.usable).toBe('yes')
    expect(greeting?.differences?.bias).toMatchObject({ value: 1 / 12 })
    for (const { name, figure } of greeting?.figures ?? [])
      if (figure.kind === 'value') expect([name, figure.interval !== undefined]).toEqual([name, true])
  })

  it('leaves out what needs fixed raters where positions are no people', () => {
    const { targets, severity } = agreement({ ratings: ratings() }, input, { raters: 'interchangeable' })
    const greeting = targets.find(({ id }) => id === 'greeting')
    const named = Object.fromEntries(
      greeting?.figures.map(({ name, figure }) => [name, figure.kind === 'undefined' ? figure.reason : 'value']) ?? [],
    )
    expect(named).toMatchObject({
      kappa: 'raters-not-fixed',
      'kappa-quadratic': 'raters-not-fixed',
      'icc-2-1': 'raters-not-fixed',
      ac1: 'value',
      'fleiss-kappa': 'value',
      'icc-1': 'value',
    })
    expect([severity, greeting?.differences]).toEqual([undefined, undefined])
  })

  it('says by rater and item who is away from the others', () => {
    // B gives one level more on every call but those that are at the top.
    const milder = ratings().map((one) =>
      one.raterId === 'B' && one.item === 'greeting'
        ? { ...one, rating: Math.min(5, 2 + (Number(one.callId.slice(1)) % 5)) }
        : one,
    )
    const [first, second] = agreement({ ratings: milder }, input).deviations ?? []
    // Ten of twelve calls differ by one: 10/12, and the other way round for A.
    expect([first?.item, first?.calls, Math.abs(first?.mean ?? 0), first?.isWorthTalking]).toEqual([
      'greeting',
      12,
      10 / 12,
      true,
    ])
    expect((first?.mean ?? 0) + (second?.mean ?? 1)).toBeCloseTo(0, 12)
    expect(agreement({ ratings: ratings() }, input).deviations?.some(({ isWorthTalking }) => isWorthTalking)).toBe(
      false,
    )
  })

  it('says nothing of fewer than ten calls', () => {
    const few = ratings().filter(({ callId }) => Number(callId.slice(1)) < 9)
    expect(agreement({ ratings: few }, input).targets.map(({ usable }) => usable)).toEqual([
      'too-few-calls',
      'too-few-calls',
      'too-few-calls',
      'too-few-calls',
    ])
  })

  it('takes whole evaluations: sections, total, vetoes and verdict, with what failed listed', () => {
    const evaluations = Array.from({ length: 12 }, (_, call) => call).flatMap((call) => [
      evaluation(call, 'A'),
      evaluation(call, 'B', call === 3 ? { vetoes: [] } : {}),
    ])
    const broken = [
      evaluation(20, 'A', { ratings: {} }),
      { ...evaluation(21, 'A'), callId: undefined } as never,
      evaluation(0, 'A', { id: 'again' }),
    ]
    const report = agreement({ evaluations: [...evaluations, ...broken] }, input)
    expect(report.failed.map(({ index, issues }) => [index, issues[0]?.code])).toEqual([
      [24, 'evaluation/unanswered'],
      [25, 'document/missing-key'],
      [26, 'calibration/rated-twice'],
    ])
    expect(report.targets.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'item greeting',
      'item check',
      'item way',
      'item faults',
      'section talk',
      'section case',
      'total score',
      'veto abuse',
      'verdict verdict',
    ])
    const veto = report.targets.find(({ kind }) => kind === 'veto')
    expect(veto && figureOf(veto, 'percent-exact')).toBeCloseTo(11 / 12, 12)
    // The veto that one saw comes first.
    expect(report.discuss[0]).toMatchObject({
      callId: 'c3',
      kind: 'veto',
      id: 'abuse',
      ratings: [
        { raterId: 'A', rating: 'yes' },
        { raterId: 'B', rating: 'no' },
      ],
    })
    expect(report.severity?.kind).toBe('value')
  })

  it('refuses ratings that are none, all in one go', () => {
    const wrong: RaterRating[] = [
      { callId: '1', raterId: 'A', item: 'greting', rating: 3 },
      { callId: '1', raterId: 'A', item: 'greeting', rating: 6 },
      { callId: '2', raterId: 'A', item: 'greeting', rating: 3 },
      { callId: '2', raterId: 'A', item: 'greeting', rating: 4 },
    ]
    try {
      agreement({ ratings: wrong }, input)
      expect.unreachable()
    } catch (error) {
      if (!isCallgradeError(error)) throw error
      expect(error.issues.map(({ code, suggestion }) => [code, suggestion])).toEqual([
        ['calibration/unknown-item', 'greeting'],
        ['calibration/not-a-rating', undefined],
        ['calibration/rated-twice', undefined],
      ])
    }
  })
})

describe('a comparison with a reference', () => {
  it('gives bias, error, confusion and missed vetoes of each rater', () => {
    const evaluations = Array.from({ length: 10 }, (_, call) => call).flatMap((call) => [
      evaluation(call, 'expert'),
      evaluation(call, 'model', {
        vetoes: [],
        ratings: { ...evaluation(call, 'x').ratings, greeting: Math.min(5, 2 + (call % 5)) },
      }),
    ])
    const [model] = compareWithReference({ evaluations }, input, 'expert').raters
    const greeting = model?.items.find(({ id }) => id === 'greeting')
    // Of ten calls the two with level 5 stay, the others rise by one.
    expect(greeting).toMatchObject({
      calls: 10,
      exact: 0.2,
      withinOne: 1,
      bias: 0.8,
      meanAbsoluteError: 0.8,
      categories: [1, 2, 3, 4, 5],
    })
    expect(greeting?.confusion).toEqual([
      [0, 2, 0, 0, 0],
      [0, 0, 2, 0, 0],
      [0, 0, 0, 2, 0],
      [0, 0, 0, 0, 2],
      [0, 0, 0, 0, 2],
    ])
    expect(model?.vetoes).toEqual({ reference: 1, missed: 1, added: 0 })
    expect(model?.scores.map(({ id }) => id)).toEqual(['faults', 'talk', 'case', 'score'])
  })

  it('refuses a reference who rated nothing', () => {
    expect(() => compareWithReference({ ratings: ratings() }, input, 'C')).toThrow(/C/)
  })
})
