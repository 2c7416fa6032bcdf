import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CallgradeError } from '../../../src/issues/index.js'
import { lintRubric } from '../../../src/rubric/index.js'

/** A rubric of which nothing is worth a look; scores lie between 20 and 100. */
const clean = {
  format: 'callgrade/rubric@1',
  id: 'clean',
  version: '1',
  title: 'Clean',
  businessTypes: [{ id: 'sales' }, { id: 'care' }],
  scales: { five: { levels: [1, 2, 3, 4, 5].map((value) => ({ value, description: `means ${value}` })) } },
  defaultScale: 'five',
  sections: [
    { id: 'opening', weight: 20, items: [{ id: 'greeting' }, { id: 'identity', mayBeNotApplicable: true }] },
    { id: 'answer', weight: 80, items: [{ id: 'correct' }] },
  ],
  result: {
    passMark: 80,
    bands: [
      { id: 'good', minimum: 80 },
      { id: 'poor', minimum: 0 },
    ],
  },
}
const OF_CARE = { all: [{ fact: 'businessType', operator: 'equal', value: 'care' }] }
type Change = Readonly<Record<string, unknown>>

const codes = (change: Change): readonly string[] =>
  lintRubric({ ...clean, ...change } as never).map(({ code }) => code)
const found = (change: Change) =>
  lintRubric({ ...clean, ...change } as never).map(({ code, path, received, details }) => ({
    code,
    path: path.join('.'),
    ...(received !== undefined && { received }),
    ...(details && { details }),
  }))
const withItems = (...items: readonly object[]): Change => ({
  sections: [{ id: 'opening', items }, ...clean.sections.slice(1)].map((section) => ({ ...section, weight: 1 })),
})

describe('a clean rubric', () => {
  it('has no warnings', () => expect(codes({})).toEqual([]))

  it('neither has any of the ready ones', () => {
    const folder = join(import.meta.dirname, '../../../rubrics')
    const rubrics = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .filter((text) => text.includes('callgrade/rubric@1'))
    expect(rubrics.length).toBeGreaterThanOrEqual(4)
    for (const text of rubrics) expect(lintRubric(text, { today: '2026-11-27' })).toEqual([])
  })
})

describe('warnings', () => {
  it('are warnings with a place in the text, in the order of the file', () => {
    const text = JSON.stringify({ ...clean, tags: [{ id: 'unused' }], result: { passMark: 10 } }, null, 1)
    const issues = lintRubric(text)
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['rubric/pass-mark-always-reached', 'warning'],
      ['rubric/unused', 'warning'],
    ])
    const place = issues[1]?.position?.offset ?? 0
    expect(text.slice(place, place + 8)).toBe('"unused"')
  })

  it('are not given for a faulty rubric, which throws instead', () => {
    expect(() => lintRubric({ ...clean, sections: [] } as never)).toThrow(CallgradeError)
    expect(() => lintRubric(clean as never, { today: '2026-02-30' })).toThrow(CallgradeError)
  })
})

describe('the result', () => {
  it('tells a band that no rating reaches: 1 of 5 everywhere is 20, and nothing lowers it', () => {
    const bands = [
      { id: 'good', minimum: 80 },
      { id: 'poor', minimum: 15 },
      { id: 'worst', minimum: 0 },
    ]
    expect(found({ result: { passMark: 80, bands } })).toEqual([
      {
        code: 'rubric/band-out-of-reach',
        path: 'result.bands.2.minimum',
        received: '"worst"',
        details: { lowest: '20', highest: '100' },
      },
    ])
  })

  it('knows that a veto reaches 0', () => {
    const bands = [
      { id: 'good', minimum: 80 },
      { id: 'poor', minimum: 15 },
      { id: 'worst', minimum: 0 },
    ]
    expect(codes({ vetoes: [{ id: 'abuse' }], result: { passMark: 80, bands } })).toEqual([])
  })

  it('knows that a cap reaches its own figure and nothing between', () => {
    const result = {
      passMark: 80,
      bands: [
        { id: 'good', minimum: 19 },
        { id: 'poor', minimum: 11 },
        { id: 'worst', minimum: 0 },
      ],
    }
    const vetoes = [{ id: 'abuse', effects: [{ kind: 'cap', maximum: 10 }] }]
    expect(found({ vetoes, result }).map(({ path }) => path)).toEqual(['result.bands.1.minimum'])
  })

  it('tells a pass mark that is out of reach under one business type alone', () => {
    // Of the care form only a choice counts of which the best option is worth half: 20 x 1/2 + 80 x 1/2 = 50.
    const half = {
      kind: 'choice',
      maximumPoints: 2,
      options: [
        { id: 'a', points: 1 },
        { id: 'b', points: 0 },
      ],
    }
    const change = {
      sections: [
        {
          id: 'opening',
          weight: 20,
          items: [
            { id: 'greeting', weight: 1 },
            { id: 'half', weight: 1, ...half },
          ],
        },
        { id: 'answer', weight: 80, items: [{ id: 'correct' }] },
      ],
      weightProfiles: { care: { weights: { opening: 80, answer: 20, greeting: 1, half: 9 } } },
    }
    // care, at worst: opening 100 x (1 x .2 + 9 x 0) / 10 = 2; 80 x .02 + 20 x .2 = 5.6. At best: opening 100 x (1 x 1 + 9 x 1/2) / 10 = 55; 80 x .55 + 20 = 64
    expect(found(change)).toEqual(
      [
        {
          code: 'rubric/band-out-of-reach',
          path: 'result.bands.0.minimum',
          received: '"good"',
          details: { lowest: '5.6', highest: '64', businessTypes: 'care' },
        },
        {
          code: 'rubric/pass-mark-out-of-reach',
          path: 'result.passMark',
          received: '80',
          details: { lowest: '5.6', highest: '64', businessTypes: 'care' },
        },
      ].sort((a, b) => (a.code < b.code ? 1 : -1)),
    )
  })

  it('counts bonuses in, up to their limit', () => {
    const items = {
      sections: [
        {
          id: 'all',
          items: [
            {
              id: 'half',
              kind: 'choice',
              maximumPoints: 2,
              options: [
                { id: 'a', points: 1 },
                { id: 'b', points: 0 },
              ],
            },
          ],
        },
      ],
    }
    const result = { passMark: 54 }
    const bonuses = [{ id: 'praise', points: 9 }]
    expect(codes({ ...items, result, bonuses })).toEqual(['rubric/unused'])
    expect(codes({ ...items, result, bonuses, bonusLimit: 3 })).toContain('rubric/pass-mark-out-of-reach')
  })
})

describe('weights', () => {
  it('tells what weighs nothing, under which business types', () => {
    const weightProfiles = { care: { sharePercents: { opening: 0 } } }
    expect(found({ weightProfiles })).toEqual([
      { code: 'rubric/weightless', path: 'sections.0.id', received: '"opening"', details: { businessTypes: 'care' } },
    ])
  })

  it('tells the days on which something weighs nothing', () => {
    const weightAdjustments = [{ id: 'peak', from: '2026-06-01', through: '2026-08-31', sharePercents: { opening: 0 } }]
    expect(found({ weightAdjustments })).toEqual([
      {
        code: 'rubric/weightless',
        path: 'sections.0.id',
        received: '"opening"',
        details: { businessTypes: 'sales, care', from: '2026-06-01', through: '2026-08-31' },
      },
    ])
  })

  it('is silent where it does not apply to the business type', () => {
    const appliesWhen = { all: [{ fact: 'businessType', operator: 'equal', value: 'sales' }] }
    const sections = [{ ...clean.sections[0], appliesWhen }, clean.sections[1]]
    expect(codes({ sections, weightProfiles: { care: { sharePercents: { opening: 0 } } } })).toEqual([])
  })

  it('tells a profile and an adjustment that change nothing', () => {
    const weightProfiles = { care: { sharePercents: { opening: 20 } } }
    const weightAdjustments = [{ id: 'peak', from: '2026-06-01', sharePercents: { answer: 80 } }]
    expect(found({ weightProfiles, weightAdjustments })).toEqual([
      { code: 'rubric/changes-nothing', path: 'weightProfiles.care', received: '"care"', details: { kind: 'profile' } },
      {
        code: 'rubric/changes-nothing',
        path: 'weightAdjustments.0',
        received: '"peak"',
        details: { kind: 'adjustment' },
      },
    ])
  })
})

describe('ranges', () => {
  const wait = (ranges: readonly object[], limits: object = { minimum: 0 }): Change =>
    withItems({ id: 'greeting' }, { id: 'wait', kind: 'numeric', ...limits, ranges })

  it('are fine where they meet, or where a later one holds an earlier one', () => {
    expect(
      codes(
        wait([
          { atMost: 15, points: 5 },
          { atMost: 30, points: 3 },
          { above: 30, points: 0 },
        ]),
      ),
    ).toEqual([])
    expect(codes(wait([{ atLeast: 90, points: 5 }, { atLeast: 80, points: 3 }, { points: 0 }], {}))).toEqual([])
  })

  it.each([
    [
      'between two',
      [
        { atMost: 15, points: 5 },
        { above: 30, points: 0 },
      ],
      { minimum: 0 },
      '> 15, <= 30',
    ],
    [
      'at one number',
      [
        { below: 15, points: 5 },
        { above: 15, points: 0 },
      ],
      { minimum: 0 },
      '= 15',
    ],
    ['above all', [{ atMost: 15, points: 5 }], { minimum: 0 }, '> 15'],
    ['below all, to the limit', [{ atLeast: 10, points: 5 }], { minimum: 0 }, '>= 0, < 10'],
    ['without limits', [{ atLeast: 0, points: 5 }], {}, '< 0'],
  ])('tells a gap %s', (_, ranges, limits, gap) => {
    expect(found(wait(ranges, limits))).toEqual([
      { code: 'rubric/range-gap', path: 'sections.0.items.1.ranges', details: { gap } },
    ])
  })

  it('of whole numbers have no gap between 15 and 16', () => {
    const facts = { seconds: { type: 'integer', minimum: 0 } }
    const ranges = [
      { atMost: 15, points: 5 },
      { atLeast: 16, points: 0 },
    ]
    expect(codes({ facts, ...wait(ranges, { fact: 'seconds' }) })).toEqual([])
    expect(codes({ ...wait(ranges) })).toEqual(['rubric/range-gap'])
  })

  it('tells overlaps and ranges that are never reached', () => {
    expect(
      found(
        wait([
          { atMost: 15, points: 5 },
          { atLeast: 15, points: 3 },
        ]),
      ),
    ).toEqual([
      {
        code: 'rubric/range-overlap',
        path: 'sections.0.items.1.ranges.1',
        received: '>= 15',
        details: { other: '<= 15' },
      },
    ])
    expect(
      found(
        wait([
          { atMost: 30, points: 5 },
          { atMost: 15, points: 3 },
          { above: 30, points: 0 },
        ]),
      ),
    ).toEqual([{ code: 'rubric/range-hidden', path: 'sections.0.items.1.ranges.1', received: '<= 15' }])
  })
})

describe('conditions', () => {
  const facts = {
    csat: { type: 'number', minimum: 0, maximum: 100 },
    channel: { type: 'string', values: ['phone', 'chat'] },
    name: { type: 'string' },
    age: { type: 'integer', minimum: 0 },
  }
  const gate = (when: object): Change => ({
    facts: Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, { ...fact, note: 'kept' }])),
    gates: [{ id: 'floor', when, effects: [{ kind: 'fail' }] }],
  })
  const leaf = (fact: string, operator: string, value: unknown, path?: string): object => ({
    fact,
    operator,
    value,
    ...(path !== undefined && { path }),
  })

  it.each([
    ['a fact over its maximum', leaf('csat', 'greaterThan', 100), 'never-true'],
    ['a fact at its minimum', leaf('csat', 'greaterThanInclusive', 0), 'always-true'],
    ['a value that is not of the list', leaf('channel', 'in', ['phone', 'chat']), 'always-true'],
    ['a level that is not of the scale', leaf('ratings', 'equal', 6, '$.greeting'), 'never-true'],
    ['levels that are all there are', leaf('ratings', 'greaterThan', 0, '$.greeting'), 'always-true'],
    ['a raw score under what can be reached', leaf('rawScore', 'lessThan', 15), 'never-true'],
    ['a section under what can be reached', leaf('sections', 'lessThan', 15, '$.answer'), 'never-true'],
    ['a business type', leaf('businessType', 'in', ['sales', 'care']), 'always-true'],
    ['a decorated operator', leaf('csat', 'not:lessThan', 0), 'always-true'],
    ['whole numbers between two whole ones', { not: leaf('age', 'greaterThan', -1) }, 'always-true'],
  ])('tells %s', (_, part, code) => {
    expect(found(gate({ all: [part] })).map((issue) => issue.code)).toEqual([`rubric/${code}`])
  })

  it.each([
    ['inside the range', leaf('csat', 'lessThan', 80)],
    ['a level of the scale', leaf('ratings', 'lessThanInclusive', 2, '$.greeting')],
    ['any text', leaf('name', 'equal', 'x')],
    ['a fact without a maximum', leaf('age', 'greaterThan', 1_000)],
  ])('is silent on %s', (_, part) => expect(codes(gate({ all: [part] }))).toEqual([]))

  it('tells contradictions on one fact, also through "any" and "not"', () => {
    const low = leaf('csat', 'lessThan', 20)
    expect(found(gate({ all: [low, leaf('csat', 'greaterThan', 30)] }))).toEqual([
      { code: 'rubric/contradiction', path: 'gates.0.when.all', details: { fact: 'csat', values: '>= 0, <= 100' } },
    ])
    expect(codes(gate({ all: [leaf('name', 'equal', 'x'), leaf('name', 'equal', 'y')] }))).toEqual([
      'rubric/contradiction',
    ])
    expect(codes(gate({ all: [low, { any: [leaf('csat', 'equal', 30), leaf('csat', 'equal', 40)] }] }))).toEqual([
      'rubric/contradiction',
    ])
    expect(codes(gate({ all: [low, { not: leaf('csat', 'lessThan', 50) }] }))).toEqual(['rubric/contradiction'])
    expect(codes(gate({ all: [low, leaf('csat', 'greaterThan', 10)] }))).toEqual([])
    expect(codes(gate({ any: [low, leaf('csat', 'greaterThan', 30)] }))).toEqual([])
  })

  it('tells alternatives that leave nothing out', () => {
    expect(codes(gate({ any: [leaf('csat', 'lessThan', 50), leaf('csat', 'greaterThanInclusive', 50)] }))).toEqual([
      'rubric/always-true',
    ])
  })

  it('does not compare facts with facts, nor reach into lists and objects', () => {
    const facts = {
      tags: { type: 'list', note: 'kept' },
      a: { type: 'number', minimum: 0, note: 'kept' },
      b: { type: 'number', note: 'kept' },
    }
    const gates = [
      {
        id: 'g',
        effects: [{ kind: 'fail' }],
        when: { all: [leaf('tags', 'contains', 'x'), leaf('a', 'lessThan', { fact: 'b' })] },
      },
    ]
    expect(codes({ facts, gates })).toEqual([])
  })
})

describe('names', () => {
  it.each([
    [
      'scale',
      { scales: { ...clean.scales, three: { levels: [{ value: 1 }, { value: 2 }] } } },
      'scales.three',
      'three',
    ],
    ['fact', { facts: { csat: { type: 'number' } } }, 'facts.csat', 'csat'],
    ['tag', { tags: [{ id: 'tone' }] }, 'tags.0.id', 'tone'],
    ['family', { families: [{ id: 'customer' }] }, 'families.0.id', 'customer'],
    ['action', { actions: [{ id: 'retrain' }] }, 'actions.0.id', 'retrain'],
    ['condition', { conditions: { odd: OF_CARE } }, 'conditions.odd', 'odd'],
  ])('tells an unused %s', (kind, change, path, name) => {
    expect(found(change)).toEqual([{ code: 'rubric/unused', path, received: `"${name}"`, details: { kind } }])
  })

  it('keeps what says in a note why it is there', () => {
    expect(codes({ facts: { shift: { type: 'string', note: 'for reports' } } })).toEqual([])
  })

  it('takes a condition that only an unused one names for unused', () => {
    expect(codes({ conditions: { a: { all: [{ condition: 'b' }] }, b: OF_CARE } })).toEqual([
      'rubric/unused',
      'rubric/unused',
    ])
  })
})

describe('criteria', () => {
  it('tells levels without a description, by item', () => {
    const scales = { five: { levels: [1, 2, 3, 4, 5].map((value) => ({ value })) } }
    const guidance = Object.fromEntries([1, 2, 4, 5].map((level) => [level, { description: 'says' }]))
    const sections = [{ id: 'all', items: [{ id: 'a', guidance }, { id: 'b' }, { id: 'c', kind: 'yes-no' }] }]
    expect(found({ scales, sections })).toEqual([
      { code: 'rubric/no-guidance', path: 'sections.0.items.0.guidance', received: '"a"', details: { levels: '3' } },
      {
        code: 'rubric/no-guidance',
        path: 'sections.0.items.1.id',
        received: '"b"',
        details: { levels: '1, 2, 3, 4, 5' },
      },
    ])
  })

  it('tells examples past their day where it is told the day', () => {
    const examples = [{ verdict: 'good', text: 'x', through: '2026-06-30' }]
    const change = withItems({ id: 'greeting', guidance: { 5: { examples } } })
    const told = (today: string) => lintRubric({ ...clean, ...change } as never, { today }).map(({ code }) => code)
    expect(codes(change)).toEqual([])
    expect(told('2026-06-30')).toEqual([])
    expect(told('2026-07-01')).toEqual(['rubric/example-expired'])
  })

  it('tells texts in one language where others are in both', () => {
    const title = { en: 'Clean', 'zh-CN': '规范' }
    expect(found({ title, tags: [{ id: 't', title: '语气', note: { en: 'kept', 'zh-CN': '保留' } }] })).toContainEqual({
      code: 'rubric/one-language',
      path: 'tags.0.title',
      received: '"语气"',
    })
    expect(codes({ tags: [{ id: 't', title: '语气', note: '保留' }] })).toEqual([])
  })
})

describe('not applicable', () => {
  it('tells a section of which everything may be n/a, unless it says so itself', () => {
    const items = [
      { id: 'a', mayBeNotApplicable: true },
      { id: 'b', mayBeNotApplicable: true },
    ]
    const sections = (more: object): Change => ({
      sections: [
        { id: 'x', items, ...more },
        { id: 'y', items: [{ id: 'c' }] },
      ],
    })
    expect(found(sections({}))).toEqual([{ code: 'rubric/section-may-vanish', path: 'sections.0.id', received: '"x"' }])
    expect(codes(sections({ mayBeNotApplicable: true }))).toEqual([])
  })

  it('tells a form of which nothing may be left', () => {
    const sections = [{ id: 'x', mayBeNotApplicable: true, items: [{ id: 'a' }] }]
    expect(codes({ sections })).toEqual(['rubric/nothing-may-be-left'])
  })
})
