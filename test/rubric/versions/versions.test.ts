import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rescore } from '../../../src/calibration/index.js'
import { diffRubrics, type Rubric, type RubricChange } from '../../../src/rubric/index.js'
import type { Evaluation } from '../../../src/scoring/index.js'

const old = {
  format: 'callgrade/rubric@1',
  id: 'r',
  version: '1',
  title: 'R',
  businessTypes: [{ id: 'sales' }, { id: 'care' }],
  scales: { five: { levels: [1, 2, 3, 4, 5].map((value) => ({ value })) } },
  defaultScale: 'five',
  sections: [
    {
      id: 'talk',
      weight: 1,
      items: [
        { id: 'greeting', title: 'Greeting' },
        { id: 'extra', mayBeNotApplicable: true },
      ],
    },
    {
      id: 'case',
      weight: 1,
      items: [
        { id: 'answer', guidance: { 5: { description: 'best' } } },
        {
          id: 'way',
          kind: 'choice',
          options: [
            { id: 'a', points: 2 },
            { id: 'b', points: 1 },
          ],
        },
      ],
    },
  ],
  vetoes: [{ id: 'abuse' }],
  bonuses: [{ id: 'praise', points: 2 }],
  result: {
    passMark: 60,
    bands: [
      { id: 'good', minimum: 80 },
      { id: 'poor', minimum: 0 },
    ],
  },
}
type Change = (rubric: typeof old) => object
const changed = (change: Change): Rubric =>
  ({ ...structuredClone(old), version: '2', ...change(structuredClone(old)) }) as unknown as Rubric
const before = old as unknown as Rubric
const diff = (change: Change) => diffRubrics(before, changed(change), { derived: true })
const brief = (changes: readonly RubricChange[] = []) =>
  changes.map(({ kind, part, id, key, businessType, before, after, effect }) =>
    [kind, part, id, key, businessType, before, after, effect].filter((fact) => fact !== undefined).join(' '),
  )

describe('what changed', () => {
  it('nothing, whatever the order of keys and the notes', () => {
    expect(
      diffRubrics(before, { note: 'x', ...(Object.fromEntries(Object.entries(old).reverse()) as object) } as never),
    ).toMatchObject({ changes: [], comparability: 'identical' })
    for (const file of readdirSync(join(import.meta.dirname, '../../../rubrics')).filter((name) =>
      name.endsWith('.json'),
    )) {
      const text = readFileSync(join(import.meta.dirname, '../../../rubrics', file), 'utf8')
      if (text.includes('callgrade/rubric@1')) expect(diffRubrics(text, text).comparability).toBe('identical')
    }
  })

  it.each([
    [
      'a criterion',
      ((r) => ({
        sections: [
          r.sections[0],
          {
            ...r.sections[1],
            items: [{ id: 'answer', guidance: { 5: { description: 'better' } } }, r.sections[1]?.items[1]],
          },
        ],
      })) as Change,
      ['changed guidance answer guidance judgement'],
      'comparable',
    ],
    [
      'the weights of a business type',
      (() => ({ weightProfiles: { care: { sharePercents: { case: 75 } } } })) as Change,
      ['changed weight case sharePercents care 75 figures'],
      'rescore',
    ],
    [
      'the weight of a section',
      ((r) => ({ sections: [{ ...r.sections[0], weight: 3 }, r.sections[1]] })) as Change,
      ['changed weight talk weight 1 3 figures'],
      'rescore',
    ],
    [
      'weights in the same proportions',
      ((r) => ({ sections: r.sections.map((section) => ({ ...section, weight: 2 })) })) as Change,
      ['changed weight talk weight 1 2 none', 'changed weight case weight 1 2 none'],
      'comparable',
    ],
    [
      'a pass mark',
      ((r) => ({ result: { ...r.result, passMark: 70 } })) as Change,
      ['changed result result passMark 60 70 figures'],
      'rescore',
    ],
    [
      'a band',
      ((r) => ({
        result: {
          ...r.result,
          bands: [
            { id: 'good', minimum: 85 },
            { id: 'poor', minimum: 0 },
          ],
        },
      })) as Change,
      ['changed band good minimum 80 85 figures'],
      'rescore',
    ],
    [
      'a new veto that has to be looked for',
      (() => ({ vetoes: [{ id: 'abuse' }, { id: 'lie' }] })) as Change,
      ['added veto lie ratings'],
      'not-comparable',
    ],
    [
      'a level between',
      (() => ({ scales: { five: { levels: [1, 2, 2.5, 3, 4, 5].map((value) => ({ value })) } } })) as Change,
      ['greeting', 'extra', 'answer'].map((id) => `added level ${id}/2.5 ratings`),
      'not-comparable',
    ],
    [
      'other points of an option',
      ((r) => ({
        sections: [
          r.sections[0],
          {
            ...r.sections[1],
            items: [
              r.sections[1]?.items[0],
              {
                id: 'way',
                kind: 'choice',
                options: [
                  { id: 'a', points: 4 },
                  { id: 'b', points: 1 },
                ],
              },
            ],
          },
        ],
      })) as Change,
      ['changed option way/a points 2 4 figures'],
      'rescore',
    ],
    [
      'a business type more',
      (() => ({ businessTypes: [{ id: 'sales' }, { id: 'care' }, { id: 'new' }] })) as Change,
      ['added business-type new none'],
      'comparable',
    ],
  ])('%s', (_, change, changes, comparability) => {
    expect([brief(diff(change).changes), diff(change).comparability]).toEqual([changes, comparability])
  })
})

describe('the shares that moved', () => {
  const toCare: Change = () => ({ weightProfiles: { care: { sharePercents: { case: 75 } } } })

  it('are listed by business type where they are asked for', () => {
    expect(brief(diff(toCare).derived)).toEqual(
      ['talk', 'greeting', 'extra', 'case', 'answer', 'way'].map(
        (id) =>
          `changed weight ${id} care ${id === 'talk' || id === 'case' ? '50' : '25'} % ${{ talk: 25, greeting: 12.5, extra: 12.5, case: 75, answer: 37.5, way: 37.5 }[id]} % figures`,
      ),
    )
  })

  it('are left out otherwise, and count all the same', () => {
    const { derived, comparability } = diffRubrics(before, changed(toCare))
    expect([derived, comparability]).toEqual([undefined, 'rescore'])
  })

  it('are those of the items that stayed, where one came', () => {
    // talk has half of the form: two items of 25 % before, three of 16.67 % after.
    const more: Change = (r) => ({
      sections: [{ ...r.sections[0], items: [...(r.sections[0]?.items ?? []), { id: 'new' }] }, r.sections[1]],
    })
    expect(brief(diff(more).changes)).toEqual(['added item new ratings'])
    expect(brief(diff(more).derived)).toEqual(
      ['sales', 'care'].flatMap((type) =>
        ['greeting', 'extra'].map((id) => `changed weight ${id} ${type} 25 % 16.67 % figures`),
      ),
    )
  })
})

const evaluation = (id: string, greeting: number, answer: number, more: Partial<Evaluation> = {}): Evaluation => ({
  id,
  rubric: 'r',
  rubricVersion: '1',
  businessType: 'sales',
  ratings: { greeting, extra: 'na', answer, way: 'a' },
  vetoes: [],
  ...more,
})

describe('old evaluations by the new version', () => {
  it('with the impact by business type', () => {
    // talk: greeting alone; case: mean of answer and 1. sales half and half before, 25 : 75 after.
    const next = changed(() => ({ weightProfiles: { sales: { sharePercents: { case: 75 } } } }))
    const { carried, notCarried, impact } = rescore(
      [evaluation('a', 5, 3), evaluation('b', 2, 5), evaluation('c', 4, 4, { businessType: 'care' })],
      before,
      next,
    )
    expect(notCarried).toEqual([])
    // a: .5 x 100 + .5 x 80 = 90, then .25 x 100 + .75 x 80 = 85. b: .5 x 40 + .5 x 100 = 70, then 85: good. c: .5 x 80 + .5 x 90 = 85
    expect(
      carried.map(({ evaluationId, before, after, difference, changesBand, changesVerdict }) => [
        evaluationId,
        before.score,
        after.score,
        difference,
        changesBand,
        changesVerdict,
      ]),
    ).toEqual([
      ['a', 90, 85, -5, false, false],
      ['b', 70, 85, 15, true, false],
      ['c', 85, 85, 0, false, false],
    ])
    expect(impact).toEqual([
      {
        businessType: 'sales',
        evaluations: 2,
        meanBefore: 80,
        meanAfter: 85,
        bands: { 'poor -> good': 1 },
        verdicts: {},
      },
      { businessType: 'care', evaluations: 1, meanBefore: 85, meanAfter: 85, bands: {}, verdicts: {} },
    ])
  })

  it('drops what has no place any more, and says so', () => {
    const next = changed((r) => ({
      sections: [{ ...r.sections[0], items: [r.sections[0]?.items[0]] }, r.sections[1]],
      bonuses: [],
    }))
    const { carried } = rescore([evaluation('a', 5, 5, { bonuses: ['praise'] })], before, next)
    expect(carried[0]).toMatchObject({ dropped: ['extra', 'praise'], before: { score: 100 }, after: { score: 100 } })
  })

  it.each([
    [
      'an item that nobody rated',
      ((r) => ({
        sections: [{ ...r.sections[0], items: [...(r.sections[0]?.items ?? []), { id: 'new' }] }, r.sections[1]],
      })) as Change,
      ['evaluation/unanswered'],
    ],
    [
      'a veto that nobody looked for',
      (() => ({ vetoes: [{ id: 'abuse' }, { id: 'lie' }] })) as Change,
      ['calibration/veto-not-looked-for'],
    ],
    [
      'levels that mean something else',
      (() => ({ scales: { five: { levels: [1, 2, 2.5, 3, 4, 5].map((value) => ({ value })) } } })) as Change,
      ['calibration/meaning-changed', 'calibration/meaning-changed'],
    ],
    [
      'another kind of item',
      ((r) => ({
        sections: [
          {
            ...r.sections[0],
            items: [{ id: 'greeting', kind: 'numeric', linear: { zeroAt: 0, fullAt: 5 } }, r.sections[0]?.items[1]],
          },
          r.sections[1],
        ],
      })) as Change,
      ['calibration/meaning-changed'],
    ],
    [
      'a business type that is gone',
      (() => ({ businessTypes: [{ id: 'care' }] })) as Change,
      ['calibration/business-type-gone'],
    ],
  ])('cannot carry %s', (_, change, codes) => {
    const { carried, notCarried } = rescore([evaluation('a', 5, 5)], before, changed(change))
    expect([
      carried,
      notCarried.map(({ evaluationId, issues }) => [evaluationId, issues.map(({ code }) => code)]),
    ]).toEqual([[], [['a', codes]]])
  })

  it('carries a call to which the changed item did not apply', () => {
    const next = changed((r) => ({
      sections: [
        {
          ...r.sections[0],
          items: [r.sections[0]?.items[0], { id: 'extra', kind: 'yes-no', mayBeNotApplicable: true }],
        },
        r.sections[1],
      ],
    }))
    expect(rescore([evaluation('a', 5, 5)], before, next).carried).toHaveLength(1)
  })

  it('names an evaluation that was none by the old version', () => {
    expect(rescore([evaluation('a', 9, 5)], before, before).notCarried[0]?.issues[0]?.code).toBe('evaluation/off-scale')
  })
})
