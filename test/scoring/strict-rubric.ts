import type { Rubric } from '../../src/rubric/format/rubric.js'
import type { Evaluation } from '../../src/scoring/evaluation/evaluation.js'

/** A rubric that asks for everything an evaluation can get wrong. */
export const strictRubric: Rubric = {
  format: 'callgrade/rubric@1',
  id: 'strict',
  version: '2',
  title: 'Strict',
  timeZone: 'Asia/Shanghai',
  effective: { from: '2026-01-01', through: '2026-12-31' },
  businessTypes: [{ id: 'sales' }, { id: 'complaint' }],
  scales: { five: { levels: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }] } },
  defaultScale: 'five',
  facts: {
    csat: { type: 'number', minimum: 0, maximum: 100 },
    calls: { type: 'integer', minimum: 0 },
    tier: { type: 'string', values: ['gold', 'basic'] },
    recorded: { type: 'boolean' },
    labels: { type: 'list' },
    customer: { type: 'object' },
    queueSeconds: { type: 'number', minimum: 0 },
    answerSeconds: { type: 'number', minimum: 0 },
  },
  sections: [
    { id: 'opening', weight: 30, items: [{ id: 'greeting' }, { id: 'identity', mayBeNotApplicable: true }] },
    {
      id: 'need',
      weight: 30,
      mayBeNotApplicable: true,
      items: [
        { id: 'promise' },
        {
          id: 'product',
          kind: 'choice',
          options: [
            { id: 'right', points: 2 },
            { id: 'partly', points: 1 },
          ],
        },
        {
          id: 'extras',
          kind: 'choice',
          multiple: true,
          options: [
            { id: 'upsell', points: 1 },
            { id: 'survey', points: 1 },
          ],
        },
      ],
    },
    {
      id: 'care',
      weight: 30,
      items: [
        {
          id: 'wait',
          kind: 'numeric',
          fact: 'queueSeconds',
          minimum: 0,
          maximum: 600,
          ranges: [
            { atMost: 15, points: 5 },
            { atMost: 30, points: 3 },
          ],
        },
        {
          id: 'manners',
          kind: 'deduction',
          base: 10,
          faults: [
            { id: 'late', points: 3 },
            { id: 'rude', points: 7 },
          ],
        },
        { id: 'blamed', kind: 'yes-no', fullWhen: 'no' },
        {
          id: 'speed',
          rateWhen: [{ level: 5, when: { all: [{ fact: 'answerSeconds', operator: 'lessThan', value: 20 }] } }],
        },
        { id: 'remark', kind: 'text' },
      ],
    },
    {
      id: 'gold',
      weight: 10,
      appliesWhen: { all: [{ fact: 'tier', operator: 'equal', value: 'gold' }] },
      items: [
        { id: 'gift', kind: 'yes-no' },
        {
          id: 'card',
          kind: 'yes-no',
          appliesWhen: { any: [{ fact: 'recorded', operator: 'equal', value: true }] },
        },
      ],
    },
  ],
  weightAdjustments: [{ id: 'autumn', from: '2026-10-01', businessTypes: ['sales'], sharePercents: { need: 40 } }],
  vetoes: [
    { id: 'abuse' },
    { id: 'leak', when: { all: [{ fact: 'csat', operator: 'lessThan', value: 10 }] }, whenUnknown: 'refuse' },
  ],
  bonuses: [
    { id: 'praise', points: 3 },
    { id: 'gratitude', points: 2 },
  ],
  result: { passMark: 80 },
}

/** An evaluation of it without a fault. */
export const soundEvaluation: Evaluation = {
  id: 'e1',
  rubric: 'strict',
  rubricVersion: '2',
  businessType: 'sales',
  callAt: '2026-03-01T09:30:00+08:00',
  ratings: {
    greeting: 5,
    identity: 4,
    promise: 5,
    product: 'right',
    extras: ['upsell'],
    manners: [],
    blamed: false,
    speed: 5,
    gift: true,
    card: true,
  },
  vetoes: [],
  facts: { csat: 90, tier: 'gold', recorded: true, queueSeconds: 12, answerSeconds: 10 },
}
