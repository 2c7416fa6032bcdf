import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluationGuide, parseRubric, type Rubric } from '../../../src/rubric/index.js'

const folder = join(import.meta.dirname, '../../../rubrics')
const ready = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .filter((text) => text.includes('callgrade/rubric@1'))

const rubric = {
  format: 'callgrade/rubric@1',
  id: 'r',
  version: '1',
  title: { en: 'A sheet', 'zh-CN': '一张表' },
  businessTypes: [{ id: 'sales', title: 'Sales' }, { id: 'care' }],
  scales: { five: { levels: [1, 2, 3].map((value) => ({ value })), scoring: 'span' } },
  defaultScale: 'five',
  facts: { csat: { type: 'number', description: 'satisfaction | *CSAT*' } },
  sections: [
    {
      id: 'a',
      title: 'Opening',
      weight: 1,
      items: [
        {
          id: 'greet',
          title: '<b>Greeting</b>',
          mayBeNotApplicable: true,
          guidance: {
            3: { description: 'line one\nline two', examples: [{ verdict: 'bad', text: 'Hm', recording: 'rec-1' }] },
          },
        },
      ],
    },
    {
      id: 'b',
      title: 'Answer',
      weight: 3,
      items: [
        {
          id: 'wait',
          kind: 'numeric',
          unit: 's',
          minimum: 0,
          ranges: [
            { atMost: 15, points: 4 },
            { above: 15, points: 1 },
          ],
        },
      ],
    },
  ],
  weightProfiles: { care: { sharePercents: { a: 50 } } },
  vetoes: [{ id: 'abuse', toleratedMarks: 1, effects: [{ kind: 'cap', maximum: 59 }] }],
  gates: [
    {
      id: 'floor',
      title: 'Floor',
      when: {
        any: [
          { fact: 'csat', operator: 'lessThan', value: 80 },
          { not: { fact: 'ratings', path: '$.greet', operator: 'greaterThan', value: 1 } },
        ],
      },
      effects: [{ kind: 'zero-section', section: 'b' }],
    },
  ],
  result: {
    passMark: 60,
    bands: [
      { id: 'poor', minimum: 0 },
      { id: 'good', title: 'Good', minimum: 60 },
    ],
  },
} as unknown as Rubric
const lines = (language: 'en' | 'zh-CN'): readonly string[] => evaluationGuide(rubric, { language }).split('\n')

describe("the rater's sheet", () => {
  it('shows what each part weighs under every business type', () => {
    // 1 of 4 and 3 of 4; under care half and half.
    expect(lines('en')).toEqual(
      expect.arrayContaining([
        '| Part | Sales | care |',
        '| **Opening** | **25 %** | **50 %** |',
        '| **Answer** | **75 %** | **50 %** |',
      ]),
    )
  })

  it('shows what every level earns and means, with its examples', () => {
    // By span 1, 2, 3 are 0, half and all.
    expect(lines('en')).toEqual(
      expect.arrayContaining([
        '| **1** | 0 % |  |',
        '| **2** | 50 % |  |',
        '| **3** | 100 % | line one<br>line two<br>✗ Hm (recording rec-1) |',
      ]),
    )
  })

  it('shows ranges, vetoes, gates and bands', () => {
    expect(lines('en')).toEqual(
      expect.arrayContaining([
        '| ≤ 15 | 100 % |',
        '| &gt; 15 | 25 % |',
        '| **abuse** `abuse` | marked by the rater more than 1 times | score at most 59<br>unqualified |  |',
        '| **Floor** | satisfaction \\| \\*CSAT\\* &lt; 80 or not &lt;b&gt;Greeting&lt;/b&gt; &gt; 1 | Answer: 0 |',
        'Qualified from 60 points; the score is at most 100.',
        '| **Good** | 60 |  |',
      ]),
    )
  })

  it('lets no text become markup', () => {
    expect(lines('en')).toContain('### &lt;b&gt;Greeting&lt;/b&gt; `greet`')
    expect(evaluationGuide(rubric)).not.toContain('<b>')
  })

  it('is written in Chinese too', () => {
    expect(lines('zh-CN')).toEqual(
      expect.arrayContaining(['# 一张表', '## 评分须知', '60 分及以上为合格，得分最高 100。']),
    )
  })

  it('shows weights season by season', () => {
    const weightAdjustments = [
      { from: '2026-06-01', through: '2026-08-31', businessTypes: ['care'], sharePercents: { a: 10 } },
    ]
    const guide = evaluationGuide({ ...rubric, weightAdjustments } as Rubric).split('\n')
    expect(guide).toEqual(
      expect.arrayContaining([
        '**Until 2026-05-31**',
        '**From 2026-06-01 to 2026-08-31**',
        '| **Opening** | **25 %** | **10 %** |',
        '**From 2026-09-01**',
      ]),
    )
  })

  it('names every item, level, veto, gate, bonus and band of the ready rubrics in both languages', () => {
    for (const text of ready) {
      const { vetoes = [], gates = [], bonuses = [], result, sections } = parseRubric(text)
      for (const language of ['en', 'zh-CN'] as const) {
        const guide = evaluationGuide(text, { language })
        const named = [...vetoes, ...bonuses].map(({ id }) => `\`${id}\``)
        expect(named.filter((id) => !guide.includes(id))).toEqual([])
        expect(guide.split('\n').filter((line) => line.startsWith('| **')).length).toBeGreaterThan(
          gates.length + (result.bands ?? []).length,
        )
        for (const { items = [] } of sections) for (const { id } of items) expect(guide).toContain(`\`${id}\``)
      }
    }
  })
})
