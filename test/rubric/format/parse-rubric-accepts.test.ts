import { describe, expect, test } from 'vitest'
import { parseRubric, safeParseRubric, sharesOf } from '../../../src/rubric/index.js'
import { rubricWith } from '../sound-rubric.js'

const parse = (value: Record<string, unknown>) => parseRubric(value)

describe('what is at the edge of the rules is read:', () => {
  test.each([
    ['a title in one language of two', { title: { 'zh-CN': '通话' }, 'sections.0.title': { en: 'Opening' } }],
    [
      'shares that add up to 100 and leave 0 to the others',
      { 'weightAdjustments.0.sharePercents': { opening: 60, need: 40 }, weightRules: undefined },
    ],
    [
      'all siblings named and adding up to 100',
      { 'weightAdjustments.0.sharePercents': { opening: 33.3, need: 33.3, resolution: 33.4 } },
    ],
    [
      'shares that add up to 100 only in exact arithmetic',
      { 'weightAdjustments.0.sharePercents': { opening: 0.1, need: 0.2, resolution: 99.7 } },
    ],
    ['a share of 0', { 'weightAdjustments.0.sharePercents': { opening: 0 } }],
    ['one share of 100', { 'weightAdjustments.0.sharePercents': { resolution: 100 } }],
    ['an only child with 100', { 'weightAdjustments.0.sharePercents': { callback: 100 } }],
    ['no shares at all', { 'weightAdjustments.0.sharePercents': {} }],
    ['a weight of 0 beside one over 0', { 'sections.0.items.0.weight': 0 }],
    [
      'very small and very great weights',
      { 'sections.0.weight': 1e-7, 'sections.1.weight': 0.1, 'sections.2.weight': 1e21, weightRules: undefined },
    ],
    [
      'the smallest and the greatest number as weights',
      { 'sections.0.items.0.weight': 5e-324, 'sections.0.items.1.weight': 1.7976931348623157e308 },
    ],
    [
      'a profile for one parent by weights, for another by shares',
      { 'weightProfiles.sales': { weights: { greeting: 1, identity: 3 }, sharePercents: { need: 50 } } },
    ],
    ['a profile that changes nothing', { 'weightProfiles.sales': {} }],
    ['a weight rule that is met to the last digit', { 'weightRules.0.maximumSharePercent': 17.5 }],
    [
      'a weight rule with equal limits',
      {
        'weightRules.0': {
          nodes: ['opening', 'need', 'resolution'],
          minimumSharePercent: 100,
          maximumSharePercent: 100,
        },
      },
    ],
    ['a weight rule whose tag nothing has', { 'weightRules.0': { tag: 'manner', maximumSharePercent: 0 } }],
    ['a day for a period', { 'effective.through': '2026-01-01', weightAdjustments: [] }],
    ['29 February of a leap year', { 'effective.from': '2024-02-29' }],
    ['a period that is open at one end', { effective: { from: '2026-01-01' } }],
    ['an adjustment that is open at one end', { 'weightAdjustments.0.through': undefined }],
    [
      'an adjustment until the last day that can be written',
      { 'weightAdjustments.0.through': '9999-12-31', effective: undefined },
    ],
    [
      'an adjustment from the first day that can be written',
      { 'weightAdjustments.0.from': '0001-01-01', effective: undefined },
    ],
    [
      'two adjustments on the same days',
      { 'weightAdjustments.1': { from: '2026-10-01', through: '2026-12-31', sharePercents: { opening: 10 } } },
    ],
    ['empty lists of what may be declared', { 'tags.2': { id: 'unused' }, bonuses: [], vetoes: [], gates: [] }],
    ['a veto without effects', { 'vetoes.1.effects': [] }],
    ['a veto with all ways to fire', { 'vetoes.1.when': { condition: 'is-sales' }, 'vetoes.1.toleratedMarks': 2 }],
    ['a scale of one level', { 'scales.steps': { levels: [{ value: 1 }] } }],
    ['negative levels of a span', { 'scales.steps': { scoring: 'span', levels: [{ value: -2 }, { value: 2 }] } }],
    ['a level of 0 and levels between whole numbers', { 'scales.steps': { levels: [{ value: 0 }, { value: 0.5 }] } }],
    ['a critical error at a level between two', { 'sections.0.items.0.criticalError.atMost': 1.5 }],
    ['a critical error that is never', { 'sections.0.items.0.criticalError.atMost': -1 }],
    ['options of which one has points', { 'sections.1.items.1.options.1.points': 0 }],
    [
      'options without points and maximum points',
      {
        'sections.1.items.1.options.0.points': 0,
        'sections.1.items.1.options.1.points': 0,
        'sections.1.items.1.maximumPoints': 5,
      },
    ],
    ['a range without bounds', { 'sections.2.items.0.ranges.1': { points: 0 } }],
    ['a line that falls and a line that rises', { 'sections.2.items.1.linear': { zeroAt: -5, fullAt: 5 } }],
    ['a fault that costs nothing', { 'sections.2.items.2.faults.1.points': 0 }],
    ['a pass mark that is the maximum', { 'result.maximum': 80 }],
    ['a pass mark of 0', { 'result.passMark': 0 }],
    ['a maximum of 120', { 'result.maximum': 120, 'result.passMark': 101 }],
    ['one band', { 'result.bands': [{ id: 'all', minimum: 0 }] }],
    ['0 decimals', { 'result.decimals': 0 }],
    ['6 decimals', { 'result.decimals': 6 }],
    [
      'the same id in different name spaces',
      {
        'vetoes.0.id': 'same',
        'gates.0.id': 'same',
        'bonuses.0.id': 'same',
        'tags.2': { id: 'same' },
        'sections.3.id': 'same',
        'families.2': { id: 'same' },
      },
    ],
    [
      'the same option and fault ids in different items',
      { 'sections.2.items.2.faults.0.id': 'other', 'sections.2.items.2.faults.1.id': 'none' },
    ],
    ['a fact that is called like an item', { 'facts.greeting': { type: 'list' } }],
    [
      'notes everywhere',
      {
        note: 'x',
        'result.note': { 'zh-CN': '备注', en: 'note' },
        'scales.five.levels.0.note': 'x',
        'gates.0.when.note': 'x',
        'effective.note': 'x',
        'sections.0.items.0.criticalError.note': 'x',
        'weightProfiles.complaint.note': 'x',
      },
    ],
  ])('%s', (_what, change) => {
    const value = rubricWith(change)
    expect(safeParseRubric(value).issues).toBeUndefined()
    expect(parse(value)).toEqual(value)
    expect(parseRubric(JSON.stringify(value))).toEqual(value)
  })

  test.each(['7', '007', '问候', '规范-问候_1', 'É', '0a', 'नमस्ते', 'a'.repeat(500)])(
    '%.20s as an id of everything',
    (id) => {
      const value = {
        format: 'callgrade/rubric@1',
        id,
        version: '1',
        title: '题',
        scales: { [id]: { levels: [{ value: 1 }, { value: 2 }] } },
        facts: { [id]: { type: 'number' } },
        sections: [
          {
            id,
            items: [
              { id: `${id}1`, scale: id },
              { id: `${id}2`, kind: 'choice', options: [{ id, points: 1 }], guidance: { [id]: {} } },
            ],
          },
          { id: `${id}3`, items: [{ id: `${id}4`, kind: 'deduction', base: 1, faults: [{ id, points: 1 }] }] },
        ],
        weightAdjustments: [{ from: '2026-01-01', sharePercents: { [id]: 40, [`${id}1`]: 10 } }],
        vetoes: [{ id, onRating: { item: `${id}1`, atMost: 1 } }],
        gates: [
          {
            id,
            when: {
              any: [
                { fact: 'ratings', path: `$["${id}1"]`, operator: 'equal', value: 1 },
                { fact: 'sections', path: `$["${id}"]`, operator: 'lessThan', value: 1 },
              ],
            },
            effects: [{ kind: 'zero-section', section: id }],
          },
        ],
        result: { passMark: 60 },
      }
      expect(parse(value)).toEqual(value)
      expect(sharesOf(parse(value), { date: '2026-06-01' })[`${id}1`]?.exact).toBe('1/25')
    },
  )

  test('keys that look like numbers keep the order of the siblings', () => {
    const rubric = parse({
      format: 'callgrade/rubric@1',
      id: 'r',
      version: '1',
      title: 't',
      sections: [{ id: 's', items: ['10', '9', '1'].map((id) => ({ id, kind: 'yes-no', weight: Number(id) })) }],
      result: { passMark: 60 },
    })
    expect(rubric.sections[0]?.items?.map(({ id }) => id)).toEqual(['10', '9', '1'])
    expect(sharesOf(rubric)).toMatchObject({ 10: { exact: '1/2' }, 9: { exact: '9/20' }, 1: { exact: '1/20' } })
  })
})

describe('a rubric that was read', () => {
  test('is frozen to its depth and is not read again', () => {
    const rubric = parse(rubricWith())
    expect(parseRubric(rubric)).toBe(rubric)
    expect(Object.isFrozen(rubric.sections[2]?.sections?.[0]?.items?.[0])).toBe(true)
    expect(Object.isFrozen(rubric.gates?.[0]?.when)).toBe(true)
  })

  test('is refused when nothing in it is scored', () => {
    const value = rubricWith({
      sections: [{ id: 'remarks', items: [{ id: 'free', kind: 'text' }] }],
      weightProfiles: undefined,
      weightAdjustments: undefined,
      weightRules: undefined,
      vetoes: undefined,
      gates: undefined,
    })
    expect(safeParseRubric(value).issues).toMatchObject([{ code: 'rubric/nothing-scored', path: ['sections'] }])
  })
})
