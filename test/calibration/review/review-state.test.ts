import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyAlerts, findingsFromScores, parseAlertPolicy } from '../../../src/alerts/index.js'
import { parseCalendar } from '../../../src/calendar/index.js'
import { type ReviewEvent, type ReviewOptions, reviewState } from '../../../src/calibration/index.js'
import { compileRubric, type Evaluation } from '../../../src/scoring/index.js'

const rubrics = join(import.meta.dirname, '../../../rubrics')
const calendars = [parseCalendar(readFileSync(join(rubrics, 'calendar-cn-2026.json'), 'utf8'))]
const scorer = compileRubric({
  format: 'callgrade/rubric@1',
  id: 'r',
  version: '1',
  title: 'R',
  scales: { five: { levels: [1, 2, 3, 4, 5].map((value) => ({ value })) } },
  defaultScale: 'five',
  sections: [
    {
      id: 'talk',
      items: [
        { id: 'greeting' },
        { id: 'answer' },
        { id: 'form', kind: 'deduction', base: 10, faults: [{ id: 'late', points: 5 }] },
        { id: 'note', kind: 'text' },
      ],
    },
  ],
  vetoes: [{ id: 'abuse' }],
  gates: [
    {
      id: 'floor',
      when: { all: [{ fact: 'ratings', path: '$.answer', operator: 'lessThan', value: 2 }] },
      effects: [{ kind: 'fail' }],
    },
  ],
  bonuses: [{ id: 'praise', points: 3 }],
  result: { passMark: 60 },
} as never)
// (5/5 + 3/5 + 1) / 3 = 86.67; vetoed: 0.
const evaluation: Evaluation = {
  id: 'e1',
  rubric: 'r',
  callId: 'c1',
  agentId: 'A01',
  teamId: 'T1',
  evaluatorId: 'junior-1',
  callAt: '2026-09-28T10:00:00+08:00',
  evaluatedAt: '2026-09-29T09:00:00+08:00',
  purpose: 'measure',
  ratings: { greeting: 5, answer: 3, form: [] },
  vetoes: ['abuse'],
}
const event = (
  id: string,
  kind: ReviewEvent['kind'],
  at: string,
  by: string,
  more: Partial<ReviewEvent> = {},
): ReviewEvent => ({ id, evaluationId: 'e1', kind, at, by, ...more })
const scored = event('1', 'scored', '2026-09-29T09:00:00+08:00', 'junior-1', { tier: 'junior' })
const published = event('3', 'published', '2026-09-29T15:00:00+08:00', 'reviewer-1', { tier: 'reviewer' })
const appealed = event('4', 'appealed', '2026-09-30T10:00:00+08:00', 'T1-leader', {
  about: [{ veto: 'abuse' }, { item: 'answer' }],
})
const options: ReviewOptions = {
  policy: { appeal: { within: { workingDays: 2 } }, feedback: { within: { workingDays: 2 } } },
  calendars,
  asOf: '2026-10-20T00:00:00+08:00',
}
const at = (asOf: string): ReviewOptions => ({ ...options, asOf })
const stateOf = (events: readonly ReviewEvent[], given = options) => reviewState(evaluation, events, scorer, given)
const refusals = (events: readonly ReviewEvent[], given = options) =>
  stateOf(events, given).refused.map(({ event, issue }) => [event, issue.code])

describe('the life of a score', () => {
  it('from scored to final, every score kept with its difference', () => {
    const calibrated = event('2', 'calibrated', '2026-09-29T11:00:00+08:00', 'reviewer-1', {
      tier: 'reviewer',
      changes: { ratings: { greeting: 4 } },
      reason: 'no agent number',
    })
    const answered = event('5', 'answered', '2026-09-30T14:00:00+08:00', 'reviewer-2', {
      tier: 'reviewer',
      decision: 'upheld',
      changes: { vetoes: [], ratings: { answer: 4 } },
    })
    const acknowledged = event('6', 'acknowledged', '2026-09-30T16:00:00+08:00', 'A01')
    const steps = [scored, calibrated, published, appealed, answered, acknowledged]
    expect(steps.map((_, index) => stateOf(steps.slice(0, index + 1), at(steps[index]?.at ?? '')).status)).toEqual([
      'scored',
      'calibrated',
      'published',
      'appealed',
      'answered',
      'answered',
    ])
    const state = stateOf(steps)
    expect(state.status).toBe('final')
    // raw (4/5 + 4/5 + 1) / 3 = 86.67, no veto any more
    expect(state.record).toMatchObject({
      evaluationId: 'e1',
      score: 86.67,
      vetoes: [],
      verdict: 'qualified',
      evaluatorId: 'reviewer-2',
      evaluatedAt: '2026-09-30T14:00:00+08:00',
    })
    expect(
      state.scores.map(({ kind, difference, items, vetoesRemoved }) => ({ kind, difference, items, vetoesRemoved })),
    ).toEqual([
      { kind: 'scored', difference: null, items: [], vetoesRemoved: [] },
      { kind: 'calibrated', difference: 0, items: [{ item: 'greeting', before: 100, after: 80 }], vetoesRemoved: [] },
      {
        kind: 'answered',
        difference: 86.67,
        items: [{ item: 'answer', before: 60, after: 80 }],
        vetoesRemoved: ['abuse'],
      },
    ])
    expect(state.appeals).toEqual([
      expect.objectContaining({ id: '4', status: 'answered', decision: 'upheld', decidedBy: 'reviewer-2' }),
    ])
  })

  it('counts terms in working days over the holiday, and refuses a late appeal with the day it was due', () => {
    // Published on Wednesday 30 September 2026: 1 to 7 October is the holiday, Thursday 8 and Friday 9 are worked.
    const before = event('3', 'published', '2026-09-30T15:00:00+08:00', 'reviewer-1', { tier: 'reviewer' })
    const state = stateOf([scored, before, { ...appealed, at: '2026-10-10T00:00:01+08:00' }])
    expect(state.appealDue).toEqual({ status: 'fixed', dueAt: '2026-10-10T00:00:00+08:00' })
    expect(state.refused[0]).toMatchObject({
      event: '4',
      issue: { code: 'calibration/appeal-late', expected: '2026-10-10T00:00:00+08:00' },
    })
    expect(stateOf([scored, before, { ...appealed, at: '2026-10-10T00:00:00+08:00' }]).refused).toEqual([])
    expect([
      stateOf([scored, before]).isFeedbackLate,
      stateOf([scored, before], at('2026-10-09T12:00:00+08:00')).isFeedbackLate,
    ]).toEqual([true, false])
  })

  it('lets an expert settle what a reviewer rejected, once and for all', () => {
    const rejected = event('5', 'answered', '2026-09-30T11:00:00+08:00', 'reviewer-2', {
      tier: 'reviewer',
      decision: 'rejected',
      reason: 'heard again',
    })
    const again = { ...appealed, id: '6', at: '2026-09-30T12:00:00+08:00' }
    const answeredAgain = event('7', 'answered', '2026-09-30T13:00:00+08:00', 'reviewer-3', {
      tier: 'reviewer',
      decision: 'rejected',
    })
    const settled = event('8', 'settled', '2026-09-30T14:00:00+08:00', 'expert-1', {
      tier: 'expert',
      decision: 'partly-upheld',
      changes: { ratings: { answer: 4 } },
    })
    const third = { ...appealed, id: '9', at: '2026-09-30T15:00:00+08:00' }
    const state = stateOf(
      [scored, published, appealed, rejected, again, answeredAgain, settled, third],
      at('2026-09-30T16:00:00+08:00'),
    )
    expect(state.status).toBe('settled')
    expect(state.refused.map(({ event, issue }) => [event, issue.code])).toEqual([
      ['7', 'calibration/tier'],
      ['9', 'calibration/appeal-settled'],
    ])
    expect(state.record).toMatchObject({ score: 0, vetoes: ['abuse'] })
  })
})

describe('what is impossible is refused with its reason and changes nothing', () => {
  const late = (kind: ReviewEvent['kind'], by: string, more: Partial<ReviewEvent>) =>
    event('5', kind, '2026-09-30T14:00:00+08:00', by, more)
  it.each([
    ['published before scored', [published], [['3', 'calibration/not-now']]],
    ['a junior publishing', [scored, { ...published, tier: 'junior' }], [['3', 'calibration/tier']]],
    ['scored twice', [scored, { ...scored, id: '2' }], [['2', 'calibration/not-now']]],
    ['the same event twice', [scored, { ...published, id: '1' }], [['1', 'calibration/event-twice']]],
    ['another evaluation', [{ ...scored, evaluationId: 'e2' }], [['1', 'calibration/other-evaluation']]],
    ['an instant without an offset', [{ ...scored, at: '2026-09-29T09:00:00' }], [['1', 'document/instant']]],
    ['an appeal before publication', [scored, appealed], [['4', 'calibration/not-now']]],
    ['an appeal about nothing', [scored, published, { ...appealed, about: [] }], [['4', 'calibration/appeal-about']]],
    [
      'an appeal about what is not there',
      [scored, published, { ...appealed, about: [{ item: 'anser' }] }],
      [['4', 'calibration/appeal-unknown']],
    ],
    [
      'a second appeal while one is open',
      [scored, published, appealed, { ...appealed, id: '5' }],
      [['5', 'calibration/appeal-open']],
    ],
    [
      'who scored, deciding',
      [scored, published, appealed, late('answered', 'junior-1', { tier: 'reviewer', decision: 'rejected' })],
      [['5', 'calibration/own-score']],
    ],
    [
      'no decision',
      [scored, published, appealed, late('answered', 'r', { tier: 'reviewer' })],
      [['5', 'document/missing-key']],
    ],
    [
      'upheld without a change',
      [scored, published, appealed, late('answered', 'r', { tier: 'reviewer', decision: 'upheld' })],
      [['5', 'calibration/changes-missing']],
    ],
    [
      'rejected with a change',
      [
        scored,
        published,
        appealed,
        late('answered', 'r', { tier: 'reviewer', decision: 'rejected', changes: { vetoes: [] } }),
      ],
      [['5', 'calibration/changes-of-rejected']],
    ],
    [
      'a change that nobody appealed for',
      [
        scored,
        published,
        appealed,
        late('answered', 'r', { tier: 'reviewer', decision: 'upheld', changes: { ratings: { greeting: 1 } } }),
      ],
      [['5', 'calibration/beyond-appeal']],
    ],
    [
      'a bonus that nobody appealed for',
      [
        scored,
        published,
        appealed,
        late('answered', 'r', { tier: 'reviewer', decision: 'upheld', changes: { bonuses: ['praise'] } }),
      ],
      [['5', 'calibration/beyond-appeal']],
    ],
    [
      'a rating off the scale',
      [
        scored,
        published,
        appealed,
        late('answered', 'r', { tier: 'reviewer', decision: 'upheld', changes: { ratings: { answer: 7 } } }),
      ],
      [['5', 'evaluation/off-scale']],
    ],
    [
      'an answer without an appeal',
      [scored, published, late('answered', 'r', { tier: 'reviewer', decision: 'rejected' })],
      [['5', 'calibration/not-now']],
    ],
    [
      'an answer to another appeal',
      [scored, published, appealed, late('answered', 'r', { tier: 'reviewer', decision: 'rejected', appeal: '99' })],
      [['5', 'calibration/which-appeal']],
    ],
  ] as const)('%s', (_, events, refused) => {
    expect(refusals(events as readonly ReviewEvent[])).toEqual(refused)
  })

  it('a fault names its item, a gate opens all ratings', () => {
    const byFault = { ...appealed, about: [{ fault: 'late' }] }
    const answer = (ratings: Record<string, never>) =>
      event('5', 'answered', '2026-09-30T14:00:00+08:00', 'r', {
        tier: 'reviewer',
        decision: 'upheld',
        changes: { ratings },
      })
    expect(refusals([scored, published, byFault, answer({ form: ['late'] } as never)])).toEqual([])
    expect(
      refusals([scored, published, { ...appealed, about: [{ gate: 'floor' }] }, answer({ greeting: 4 } as never)]),
    ).toEqual([])
  })
})

describe('laws', () => {
  it('the order in which events come in changes nothing', () => {
    const all = [
      scored,
      published,
      appealed,
      event('5', 'answered', '2026-09-30T14:00:00+08:00', 'r', {
        tier: 'reviewer',
        decision: 'upheld',
        changes: { vetoes: [] },
      }),
      event('6', 'acknowledged', '2026-09-30T16:00:00+08:00', 'A01'),
      { ...appealed, id: '7', at: '2026-12-01T00:00:00+08:00' },
    ]
    const expected = stateOf(all)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (events) => {
        expect(stateOf(events)).toEqual(expected)
      }),
    )
  })
})

describe('an upheld appeal and alerts', () => {
  it('withdraws the alerts that its findings raised', () => {
    const policy = parseAlertPolicy(readFileSync(join(rubrics, 'outbound-alerts.json'), 'utf8'))
    const before = stateOf([scored, published], at('2026-09-29T18:00:00+08:00')).record
    const after = stateOf([
      scored,
      published,
      appealed,
      event('5', 'answered', '2026-09-30T14:00:00+08:00', 'r', {
        tier: 'reviewer',
        decision: 'upheld',
        changes: { vetoes: [] },
      }),
    ]).record
    if (!before || !after) throw new Error('no record')
    const first = findingsFromScores([before], policy)
    const raised = classifyAlerts({ ...first, events: [] }, policy, { asOf: '2026-09-29T20:00:00+08:00', calendars })
    const open = raised.alerts.filter(({ rule }) => rule === 'veto')
    expect(open.map(({ level, state }) => [level, state])).toEqual([['red', 'open']])
    const second = findingsFromScores([after], policy)
    const later = classifyAlerts({ ...second, events: [], previous: raised }, policy, {
      asOf: '2026-09-30T20:00:00+08:00',
      calendars,
    })
    expect(later.alerts.filter(({ rule }) => rule === 'veto').map(({ state }) => state)).toEqual(['withdrawn'])
  })
})
