import { describe, expect, it } from 'vitest'
import type { Rubric } from '../../../src/rubric/index.js'
import { compileRubric, explanationMarkdown } from '../../../src/scoring/index.js'

const rubric: Rubric = {
  format: 'callgrade/rubric@1',
  id: 'mini',
  version: '3',
  title: { en: 'Service | calls', 'zh-CN': '客服质检' },
  actions: [{ id: 'coach', title: { en: 'Coaching', 'zh-CN': '一对一辅导' } }],
  scales: { five: { levels: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }] } },
  defaultScale: 'five',
  facts: { csat: { type: 'number', description: { en: 'Satisfaction', 'zh-CN': '满意度' } } },
  sections: [
    {
      id: 'talk',
      title: { en: 'The *talk*', 'zh-CN': '沟通' },
      items: [
        { id: 'greeting', title: { en: 'Greeting', 'zh-CN': '开场白' }, weight: 2 },
        {
          id: 'close',
          kind: 'choice',
          weight: 2,
          options: [
            { id: 'full', title: { en: 'Complete', 'zh-CN': '完整' }, points: 4 },
            { id: 'short', title: { en: 'Too short', 'zh-CN': '过短' }, points: 3 },
          ],
        },
        { id: 'upsell', mayBeNotApplicable: true, weight: 1 },
        { id: 'remark', kind: 'text' },
      ],
    },
  ],
  gates: [
    {
      id: 'floor',
      title: { en: 'Unhappy customer', 'zh-CN': '客户不满意' },
      when: {
        all: [
          { fact: 'csat', operator: 'lessThan', value: 3 },
          { fact: 'ratings', path: '$.greeting', operator: 'lessThan', value: 5 },
        ],
      },
      effects: [
        { kind: 'cap-section', section: 'talk', maximum: 70 },
        { kind: 'cap', maximum: 60 },
      ],
    },
  ],
  result: {
    passMark: 80,
    bands: [
      { id: 'good', minimum: 80 },
      { id: 'weak', title: { en: 'Weak', 'zh-CN': '待改进' }, minimum: 0, actions: ['coach'] },
    ],
  },
}

const explained = compileRubric(rubric).explain({
  id: 'call_7',
  rubric: 'mini',
  ratings: {
    greeting: { rating: 4, comment: 'see <b>https://example.org</b>\nand | here' },
    close: 'short',
    upsell: 'na',
  },
  facts: { csat: 2 },
})

// By hand: upsell is out, so greeting and close share the form half and half. Greeting earns 4/5 of 50 = 40, close
// 3/4 of 50 = 37.5, together 77.5. The gate caps the section at 70, then the total at 60.
const ENGLISH = String.raw`## Evaluation call\_7 by Service \| calls 3

**Score: 60; verdict: unqualified; band: Weak; actions: Coaching**

Weights: base

| Part of the form | Points | Share | Lost | Reason |
| --- | ---: | ---: | ---: | --- |
| **The \*talk\*** | 77.5 | 100 % | 22.5 |  |
| &emsp;Greeting | 40 | 50 % | 10 | rated 4 = 80 %, "see \<b\>https\://example.org\</b\> and \| here" |
| &emsp;close | 37.5 | 50 % | 12.5 | rated Too short = 75 % |
| &emsp;upsell |  |  |  | not applicable, says the rater |
| &emsp;remark |  |  |  | recorded, not scored |

Raw score: 77.5

### Rules

- Gate **Unhappy customer**: fired (Satisfaction = 2, \< 3; Greeting = 4, \< 5)

### From the raw score to the score

| Effect | Rule | Before | After |
| --- | --- | ---: | ---: |
| Section capped: The \*talk\* | Unhappy customer | 77.5 | 70 |
| Total capped | Unhappy customer | 70 | 60 |`

describe('explanationMarkdown', () => {
  it('shows titles instead of ids, and texts of documents as they were written', () => {
    expect(explanationMarkdown(explained, { language: 'en', rubric })).toBe(ENGLISH)
  })

  it('shows the titles of the language', () => {
    const text = explanationMarkdown(explained, { language: 'zh-CN', rubric })
    for (const part of ['客服质检', '开场白', '过短', '客户不满意', '满意度', '待改进', '一对一辅导', '总分封顶'])
      expect(text).toContain(part)
    for (const part of ['Greeting', 'short', 'floor', 'weak', 'coach', 'csat', 'lessThan'])
      expect(text).not.toContain(part)
    expect(text.split('\n')).toHaveLength(ENGLISH.split('\n').length)
  })

  it('shows ids where it is not given the rubric', () => {
    const text = explanationMarkdown(explained, { language: 'en' })
    expect(text).toContain('by mini 3')
    expect(text).toContain('rated "short" = 75 %')
    expect(text).toContain('band: weak; actions: coach')
  })

  it('leaves out rules and effects where there are none', () => {
    const text = explanationMarkdown(
      compileRubric(rubric).explain({
        id: 'e',
        rubric: 'mini',
        ratings: { greeting: 5, close: 'full', upsell: 5 },
        facts: { csat: 5 },
      }),
      { language: 'en', rubric },
    )
    expect(text).not.toContain('###')
    expect(text).toContain('**Score: 100; verdict: qualified; band: good**')
  })
})
