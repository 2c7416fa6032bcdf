import fc from 'fast-check'
import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import type { Rubric } from '../../../src/rubric/format/rubric.js'
import { compileRubric } from '../../../src/scoring/compile-rubric.js'
import type { Evaluation, Rating } from '../../../src/scoring/evaluation/evaluation.js'
import type { ExplainedScore } from '../../../src/scoring/explanation/explanation.js'
import type { FailedScore, Score, ScoreOutcome } from '../../../src/scoring/score.js'
import { figuresOf, meanOf } from '../../../src/scoring/summary/figures-of.js'
import { mergeSummaries } from '../../../src/scoring/summary/merge-summaries.js'
import { summarise } from '../../../src/scoring/summary/summarise.js'
import type { GroupSummary, Summary, SummaryKey } from '../../../src/scoring/summary/summary.js'
import { summaryBuilder } from '../../../src/scoring/summary/summary-builder.js'
import { expectSame } from '../../support/expect-same.js'
import { evaluationOf, randomCase } from '../random-pairs.js'

const rubric: Rubric = {
  format: 'callgrade/rubric@1',
  id: 'sum',
  version: '1',
  title: 'Sum',
  timeZone: 'Asia/Shanghai',
  families: [{ id: 'customer' }],
  sections: [
    {
      id: 'talk',
      weight: 3,
      mayBeNotApplicable: true,
      items: [
        {
          id: 'quality',
          kind: 'numeric',
          linear: { zeroAt: 0, fullAt: 100 },
          criticalError: { family: 'customer', belowPercent: 50 },
        },
      ],
    },
    {
      id: 'form',
      weight: 1,
      mayBeNotApplicable: true,
      items: [
        {
          id: 'manners',
          kind: 'deduction',
          base: 10,
          faults: [
            { id: 'late', points: 2 },
            { id: 'rude', points: 5 },
          ],
        },
        {
          id: 'ending',
          kind: 'choice',
          multiple: true,
          mayBeNotApplicable: true,
          options: [
            { id: 'thanks', points: 1 },
            { id: 'survey', points: 1 },
          ],
        },
      ],
    },
  ],
  vetoes: [{ id: 'abuse' }],
  gates: [
    {
      id: 'low',
      when: { all: [{ fact: 'rawScore', operator: 'lessThan', value: 50 }] },
      effects: [{ kind: 'cap', maximum: 40 }],
    },
  ],
  bonuses: [{ id: 'praise', points: 2 }],
  result: {
    passMark: 80,
    bands: [
      { id: 'good', minimum: 80 },
      { id: 'basic', minimum: 0 },
    ],
  },
}
const scorer = compileRubric(rubric)

function evaluation(
  id: string,
  ratings: Readonly<Record<string, Rating>>,
  members: Partial<Evaluation> = {},
): Evaluation {
  return { id, rubric: 'sum', vetoes: [], ratings, ...members }
}

/**
 * A01: 90 x .75 + (80 + 100) / 2 x .25 = 67.5 + 22.5 = 90, qualified;
 *      80 x .75 + (60 + 50) / 2 x .25 = 60 + 13.75 = 73.75, with praise 75.75;
 *      100 and 100: 100, zeroed by abuse.
 * A02: 40 x .75 + 0 = 30, low: capped at 40, stays 30; form n/a: 81, qualified; all n/a and abuse: not scored.
 */
const evaluations: readonly Evaluation[] = [
  evaluation('1', { quality: 90, manners: ['late'], ending: ['thanks', 'survey'] }, { agentId: 'A01' }),
  evaluation(
    '2',
    { quality: 80, manners: [{ id: 'late', count: 2 }], ending: ['thanks'] },
    { agentId: 'A01', bonuses: ['praise'] },
  ),
  evaluation(
    '3',
    { quality: 100, manners: [], ending: ['survey', 'thanks'] },
    { agentId: 'A01', vetoes: ['abuse', 'abuse'] },
  ),
  evaluation('4', { quality: 40, manners: ['rude', 'rude', 'late'], ending: [] }, { agentId: 'A02' }),
  evaluation('5', { quality: 81, form: 'na' }, { agentId: 'A02' }),
  evaluation('6', { talk: 'na', form: 'na' }, { agentId: 'A02', vetoes: ['abuse'] }),
]
const scores = evaluations.map((each) => scorer.score(each))
const failure: FailedScore = {
  index: 6,
  error: {
    code: 'evaluation/unanswered',
    issues: [{ code: 'evaluation/unanswered', severity: 'error', path: ['ratings'] }],
  },
}

function groupOf(summary: Summary, label: string | null): GroupSummary {
  const found = summary.groups.find(({ key }) => Object.values(key)[0] === label)
  if (!found) throw new Error(`no group ${label}`)
  return found
}

test('the scores are those worked out by hand', () => {
  expect(scores.map(({ rawScore, score, verdict }) => [rawScore, score, verdict])).toEqual([
    [90, 90, 'qualified'],
    [73.75, 75.75, 'unqualified'],
    [100, 0, 'unqualified'],
    [30, 30, 'unqualified'],
    [81, 81, 'qualified'],
    [null, null, 'unqualified'],
  ])
})

describe('figures by agent', () => {
  const summary = summarise([...scores, failure], 'agentId')
  const [first, second] = [groupOf(summary, 'A01'), groupOf(summary, 'A02')]

  test('groups stand in the order of their labels, failures apart', () => {
    expect(summary.groups.map(({ key }) => key)).toEqual([{ agentId: 'A01' }, { agentId: 'A02' }])
    expect(summary.failed).toBe(1)
  })

  test('a vetoed zero is in the mean, and the mean raw score stands beside it', () => {
    // (90 + 75.75 + 0) / 3 = 55.25; (90 + 73.75 + 100) / 3 = 87.9166...
    expect(figuresOf(first).mean).toBe(55.25)
    expect(figuresOf(first).meanRawScore).toBeCloseTo(263.75 / 3, 12)
    expect(figuresOf(first).vetoRate).toBe(1 / 3)
    expect(figuresOf(first).passRate).toBe(1 / 3)
  })

  test('the standard deviation is that of a sample', () => {
    // Deviations 34.75, 20.5, -55.25: squares 1207.5625 + 420.25 + 3052.5625 = 4680.375; / 2 = 2340.1875.
    expect(figuresOf(first).standardDeviation).toBeCloseTo(Math.sqrt(2340.1875), 12)
  })

  test('what was not scored is counted apart: in no mean, but with its veto and verdict', () => {
    expect(second).toMatchObject({ evaluations: 3, notScored: 1, vetoed: 1, vetoes: { abuse: 1 } })
    // (30 + 81) / 2 = 55.5.
    expect(second.score).toEqual({
      count: 2,
      sum: '111000000',
      sumOfSquares: String(30_000_000n ** 2n + 81_000_000n ** 2n),
    })
    expect(figuresOf(second)).toMatchObject({ mean: 55.5, passRate: 1 / 3, vetoRate: 1 / 3 })
  })

  test('several marks of one veto are one evaluation with it', () => {
    expect(first.vetoes).toEqual({ abuse: 1 })
  })

  test('bands, gates and bonuses are counted by evaluations', () => {
    expect(first).toMatchObject({ bands: { good: 1, basic: 2 }, gates: {}, bonuses: { praise: 1 } })
    expect(second).toMatchObject({ bands: { good: 1, basic: 1 }, gates: { low: 1 }, bonuses: {} })
  })

  test('critical errors are counted by state, those that were not assessed too', () => {
    expect(first.criticalErrors).toEqual({ customer: { error: 0, clear: 3, 'not-assessed': 0 } })
    expect(second.criticalErrors).toEqual({ customer: { error: 1, clear: 1, 'not-assessed': 1 } })
  })

  test('sections and items are summed, what did not apply is counted apart', () => {
    // Form of A01: 90, 55, 100; of A02: 0, then n/a.
    expect(first.sections.form).toEqual({
      count: 3,
      sum: '245000000',
      sumOfSquares: String(90_000_000n ** 2n + 55_000_000n ** 2n + 100_000_000n ** 2n),
      notApplicable: 0,
    })
    expect(second.sections.form).toEqual({ count: 1, sum: '0', sumOfSquares: '0', notApplicable: 1 })
    expect(second.items.quality).toMatchObject({ count: 2, sum: '121000000' })
    expect(first.items.manners).toMatchObject({ count: 3, sum: '240000000' })
  })

  test('faults are counted by evaluations and by occurrences, options by evaluations', () => {
    expect(first.faults).toEqual({ manners: { late: { evaluations: 2, occurrences: 3 } } })
    expect(second.faults).toEqual({
      manners: { late: { evaluations: 1, occurrences: 1 }, rude: { evaluations: 1, occurrences: 2 } },
    })
    expect(first.options).toEqual({ ending: { thanks: 3, survey: 2 } })
    expect(second.options).toEqual({})
  })

  test('lost points are summed where scores are explained', () => {
    expect(first.items.quality).not.toHaveProperty('lost')
    const explained = summarise(
      evaluations.map((each) => scorer.explain(each)),
      'agentId',
    )
    // quality has 75 points: 10 %, 20 % and 0 % of it are 7.5 + 15 + 0 = 22.5.
    expect(groupOf(explained, 'A01').items.quality?.lost).toBe('22500000')
    // manners has 12.5: 20 %, 40 %, 0 % are 2.5 + 5 = 7.5. ending: 0, 6.25, 0.
    expect(groupOf(explained, 'A01').items.manners?.lost).toBe('7500000')
    expect(groupOf(explained, 'A01').items.ending?.lost).toBe('6250000')
    // form: the sum of both.
    expect(groupOf(explained, 'A01').sections.form?.lost).toBe('13750000')
    // In every other figure explained scores are scores.
    const withoutLost = JSON.parse(JSON.stringify(explained), (key, value) => (key === 'lost' ? undefined : value))
    expect(withoutLost).toEqual(summarise(scores, 'agentId'))
  })
})

test('a group of one has no standard deviation, and one of none has no mean', () => {
  const [one] = summarise(scores.slice(0, 1), []).groups
  const [none] = summarise(scores.slice(5), []).groups
  expect(one && figuresOf(one)).toEqual({ mean: 90, meanRawScore: 90, passRate: 1, vetoRate: 0 })
  expect(none && figuresOf(none)).toEqual({ passRate: 0, vetoRate: 1 })
})

test('nothing summarised has no groups', () => {
  expect(summarise([], 'agentId')).toEqual({ groups: [], failed: 0 })
  expect(mergeSummaries()).toEqual({ groups: [], failed: 0 })
})

describe('figures keep every digit', () => {
  test('a mean is the double next to the exact quotient', () => {
    // A quotient of two whole doubles is rounded once, so it is what a mean has to be. Scores of two decimals.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 9_999 }), (count, hundredths) => {
        const sum = count * hundredths * 10_000 + 10_000
        expect(meanOf({ count, sum: String(sum), sumOfSquares: '0' })).toBe(sum / (count * 1e6))
      }),
      { numRuns: 2_000, seed: 20260101 },
    )
  })

  test('scores that differ in the last of six decimals have a standard deviation all the same', () => {
    // 80.000001, 80, 80: variance (10^-12 x 2/3) / 2 = 10^-12 / 3.
    const moments = {
      count: 3,
      sum: '240000001',
      sumOfSquares: String(80_000_001n ** 2n + 2n * 80_000_000n ** 2n),
    }
    const [group] = summarise(scores.slice(0, 1), []).groups
    if (!group) throw new Error('no group')
    const { standardDeviation } = figuresOf({ ...group, score: moments })
    expect((standardDeviation ?? 0) / (1e-6 / Math.sqrt(3))).toBeCloseTo(1, 12)
  })
})

describe('grouping', () => {
  const dated = (id: string, callAt: string, members: Partial<Evaluation> = {}): Score =>
    scorer.score(evaluation(id, { quality: 50, form: 'na' }, { callAt, ...members }))

  test('the month is that of the local date in the time zone of the rubric', () => {
    const summary = summarise(
      [
        dated('1', '2026-01-31T15:59:59Z'),
        dated('2', '2026-01-31T16:00:00Z'),
        dated('3', '2026-02-28T23:59:59+08:00'),
        dated('4', '2026-02-28T23:59:59-05:00'),
        scorer.score(
          evaluation('5', { quality: 1, form: 'na' }, { period: { from: '2026-03-01', through: '2026-03-31' } }),
        ),
        scorer.score(evaluation('6', { quality: 1, form: 'na' })),
      ],
      'month',
    )
    expect(summary.groups.map(({ key, evaluations: count }) => [key.month, count])).toEqual([
      ['2026-01', 1],
      ['2026-02', 2],
      ['2026-03', 2],
      [null, 1],
    ])
  })

  test('several keys make one group for each combination; what is missing is null', () => {
    const summary = summarise(
      [
        dated('1', '2026-01-01T00:00:00Z', { agentId: 'A02', teamId: 'T1' }),
        dated('2', '2026-01-01T00:00:00Z', { agentId: 'A01', teamId: 'T1' }),
        dated('3', '2026-01-01T00:00:00Z', { agentId: 'A01' }),
        dated('4', '2026-01-01T00:00:00Z', { agentId: 'A01', teamId: 'T1' }),
      ],
      ['agentId', 'teamId'],
    )
    expect(summary.groups.map(({ key, evaluations: count }) => [key, count])).toEqual([
      [{ agentId: 'A01', teamId: 'T1' }, 2],
      [{ agentId: 'A01', teamId: null }, 1],
      [{ agentId: 'A02', teamId: 'T1' }, 1],
    ])
  })

  test('every key of a score can be grouped by', () => {
    const score = dated('1', '2026-01-31T16:00:00Z', {
      agentId: 'A',
      teamId: 'T',
      evaluatorId: 'Q',
      purpose: 'measure',
      subject: { kind: 'team', id: 'T9' },
    })
    const keys: readonly SummaryKey[] = [
      'rubric',
      'rubricVersion',
      'businessType',
      'agentId',
      'teamId',
      'evaluatorId',
      'purpose',
      'date',
      'month',
      'subject',
    ]
    expect(summarise([score], keys).groups[0]?.key).toEqual({
      rubric: 'sum',
      rubricVersion: '1',
      businessType: null,
      agentId: 'A',
      teamId: 'T',
      evaluatorId: 'Q',
      purpose: 'measure',
      date: '2026-02-01',
      month: '2026-02',
      subject: 'team:T9',
    })
  })

  test("labels may be of one's own, odd ones too", () => {
    const summary = summarise(scores, (score) => ({ kind: score.score === null ? '__proto__' : 'toString' }))
    expect(summary.groups.map(({ key, evaluations: count }) => [key.kind, count])).toEqual([
      ['__proto__', 1],
      ['toString', 5],
    ])
  })

  test('labels that could run together make groups of their own', () => {
    const labels = [
      { a: 'x","b', b: 'y' },
      { a: 'x', b: '","y' },
      { a: 'null', b: 'y' },
      { a: null, b: 'y' },
    ]
    let index = 0
    expect(summarise(scores.slice(0, 4), () => labels[index++] ?? {}).groups).toHaveLength(4)
  })

  test('the empty list of keys makes one group of all', () => {
    const [group, ...others] = summarise(scores, []).groups
    expect([group?.key, group?.evaluations, others.length]).toEqual([{}, 6, 0])
  })
})

describe('merging', () => {
  const outcomes: ScoreOutcome[] = []
  for (let number = 0; number < 60; number++) {
    const { scorer: each, evaluations: some } = randomCase(`summary-${number}`)
    for (const [index, one] of some.entries()) {
      const result = each.safeScore(evaluationOf(one))
      if (!result.success) {
        outcomes.push({ index, error: { code: result.issues[0].code, issues: result.issues } })
      } else if (number % 3 === 0) outcomes.push(each.explain(evaluationOf(one)))
      else outcomes.push(result.data)
    }
  }
  const keys: readonly SummaryKey[][] = [[], ['agentId'], ['month', 'purpose'], ['businessType', 'teamId', 'date']]
  const splits = fc.tuple(fc.constantFrom(...keys), fc.nat(), fc.integer({ min: 1, max: 9 }))

  function partsOf(seed: number, count: number): ScoreOutcome[][] {
    const random = seedrandom(`split-${seed}`)
    const parts = Array.from({ length: count }, (): ScoreOutcome[] => [])
    for (const outcome of outcomes) parts[Math.floor(random() * count)]?.push(outcome)
    return parts
  }

  test('there is something to merge', () => {
    expect(outcomes.length).toBeGreaterThan(300)
    expect(outcomes.filter((outcome) => 'error' in outcome).length).toBeGreaterThan(10)
    expect(summarise(outcomes, 'month').groups.length).toBeGreaterThan(8)
  })

  test('the parts merged are the whole, to the last digit, in any order and any grouping of the parts', () => {
    fc.assert(
      fc.property(splits, ([by, seed, count]) => {
        const whole = summarise(outcomes, by)
        const parts = partsOf(seed, count).map((part) => summarise(part, by))
        expectSame(mergeSummaries(...parts), whole)
        expectSame(mergeSummaries(...[...parts].reverse()), whole)
        expectSame(
          parts.reduce((a, b) => mergeSummaries(a, b)),
          whole,
        )
        expectSame(
          parts.reduceRight((a, b) => mergeSummaries(b, a)),
          whole,
        )
      }),
      { numRuns: 40, seed: 20260101 },
    )
  })

  test('equal summaries print the same, whatever order the scores came in', () => {
    for (const by of keys)
      expect(JSON.stringify(summarise([...outcomes].reverse(), by))).toBe(JSON.stringify(summarise(outcomes, by)))
  })

  test('a summary survives JSON', () => {
    const whole = summarise(outcomes, 'agentId')
    const again: Summary = JSON.parse(JSON.stringify(whole))
    expect(again).toEqual(whole)
    expect(mergeSummaries(again)).toEqual(whole)
  })

  test('merging changes none of the parts', () => {
    const part = summarise(outcomes.slice(0, 50), 'agentId')
    const before = structuredClone(part)
    mergeSummaries(part, part)
    expect(part).toEqual(before)
  })

  test('a builder may be asked in between and goes on', () => {
    const builder = summaryBuilder('agentId')
    for (const outcome of outcomes.slice(0, 100)) builder.add(outcome)
    const early = builder.finish()
    const before = structuredClone(early)
    for (const outcome of outcomes.slice(100)) builder.add(outcome)
    expect(builder.finish()).toEqual(summarise(outcomes, 'agentId'))
    expect(early).toEqual(before)
  })
})

test('sums are exact where doubles would not be', () => {
  // Ten thousand scores of 0.1 are 1,000; added as doubles they are 1000.0000000001588.
  const tenth: Score = scorer.score(evaluation('t', { quality: 0.1, form: 'na' }))
  expect(tenth.score).toBe(0.1)
  const [group] = summarise(
    Array.from({ length: 10_000 }, (): Score | ExplainedScore => tenth),
    [],
  ).groups
  expect(group?.score).toEqual({ count: 10_000, sum: '1000000000', sumOfSquares: '100000000000000' })
  expect(group && figuresOf(group)).toMatchObject({ mean: 0.1, standardDeviation: 0 })
})
