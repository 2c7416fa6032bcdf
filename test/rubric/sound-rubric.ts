import type { PathSegment } from '../../src/issues/index.js'

const five = [1, 2, 3, 4, 5].map((value) => ({ value }))

/** A rubric with at least one of everything, free of faults. */
const SOUND = {
  format: 'callgrade/rubric@1',
  id: 'calls',
  version: '1',
  title: 'Calls',
  timeZone: 'Asia/Shanghai',
  effective: { from: '2026-01-01', through: '2026-12-31' },
  businessTypes: [{ id: 'sales' }, { id: 'complaint' }],
  families: [{ id: 'customer' }, { id: 'compliance' }],
  tags: [{ id: 'knowledge' }, { id: 'manner' }],
  actions: [{ id: 'retrain' }, { id: 'praise' }],
  scales: {
    five: { levels: five },
    steps: {
      scoring: 'points',
      levels: [
        { value: 0, points: 0 },
        { value: 1, points: 10 },
      ],
    },
  },
  defaultScale: 'five',
  facts: {
    csat: { type: 'number', minimum: 0, maximum: 100 },
    seconds: { type: 'integer', minimum: 0 },
    tier: { type: 'string', values: ['gold', 'basic'] },
    recorded: { type: 'boolean' },
  },
  conditions: { 'is-sales': { all: [{ fact: 'businessType', operator: 'equal', value: 'sales' }] } },
  sections: [
    {
      id: 'opening',
      weight: 20,
      items: [
        {
          id: 'greeting',
          weight: 2,
          scale: 'five',
          guidance: {
            5: { description: 'by name', examples: [{ verdict: 'good', text: 'Hello', through: '2026-12-31' }] },
          },
          rateWhen: [{ level: 5, when: { all: [{ fact: 'recorded', operator: 'equal', value: true }] } }],
          criticalError: { family: 'customer', atMost: 1 },
        },
        {
          id: 'identity',
          kind: 'yes-no',
          weight: 1,
          fullWhen: 'yes',
          mayBeNotApplicable: true,
          guidance: { yes: { description: 'asked' } },
          criticalError: { family: 'compliance' },
        },
      ],
    },
    {
      id: 'need',
      weight: 30,
      items: [
        { id: 'probing' },
        {
          id: 'offer',
          kind: 'choice',
          options: [
            { id: 'fitting', points: 5 },
            { id: 'other', points: 2 },
            { id: 'none', points: 0 },
          ],
          guidance: { fitting: { description: 'fits' } },
          criticalError: { family: 'customer', options: ['none'] },
        },
        { id: 'remark', kind: 'text', guidance: { description: 'in full sentences' } },
      ],
    },
    {
      id: 'resolution',
      weight: 50,
      items: [
        {
          id: 'wait',
          kind: 'numeric',
          minimum: 0,
          maximum: 600,
          fact: 'seconds',
          ranges: [
            { atMost: 15, points: 5 },
            { above: 15, points: 0 },
          ],
          criticalError: { family: 'customer', belowPercent: 50 },
        },
        { id: 'talk', kind: 'numeric', linear: { zeroAt: 600, fullAt: 60 } },
        {
          id: 'slips',
          kind: 'deduction',
          base: 10,
          tags: ['knowledge'],
          faults: [
            { id: 'jargon', points: 2, maximumCount: 3, tags: ['manner'], criticalError: { family: 'customer' } },
            { id: 'silence', points: 1 },
          ],
        },
      ],
      sections: [{ id: 'follow-up', items: [{ id: 'callback', kind: 'yes-no' }] }],
    },
    { id: 'remarks', items: [{ id: 'free', kind: 'text' }] },
  ],
  weightProfiles: { complaint: { sharePercents: { resolution: 70 } } },
  weightAdjustments: [
    {
      id: 'launch',
      from: '2026-10-01',
      through: '2026-12-31',
      businessTypes: ['sales'],
      sharePercents: { need: 40 },
    },
  ],
  weightRules: [{ id: 'knowledge-5', tag: 'knowledge', minimumSharePercent: 5, businessTypes: ['sales', 'complaint'] }],
  vetoes: [
    { id: 'abuse', family: 'customer', toleratedMarks: 0 },
    {
      id: 'promise',
      onRating: { item: 'probing', atMost: 1 },
      effects: [{ kind: 'cap', maximum: 59 }],
      verdict: 'keep',
    },
  ],
  gates: [
    {
      id: 'csat-floor',
      when: { all: [{ fact: 'csat', operator: 'lessThan', value: 80 }, { condition: 'is-sales' }] },
      effects: [{ kind: 'zero-section', section: 'resolution' }, { kind: 'fail' }],
      whenUnknown: 'refuse',
    },
  ],
  bonuses: [{ id: 'thanks', points: 3 }],
  bonusLimit: 5,
  result: {
    decimals: 2,
    rounding: 'half-up',
    passMark: 80,
    notApplicablePolicy: 'siblings',
    bands: [
      { id: 'good', minimum: 80 },
      { id: 'basic', minimum: 0, actions: ['retrain'] },
    ],
  },
}

/** Steps to a part of the rubric joined by dots, and what to put there; undefined takes the key away. */
export type Changes = Readonly<Record<string, unknown>>

/** A copy of the sound rubric with some of its parts changed. */
export function rubricWith(changes: Changes = {}): Record<string, unknown> {
  const rubric = structuredClone(SOUND) as unknown as Record<string, unknown>
  for (const [path, value] of Object.entries(changes)) {
    const steps: PathSegment[] = path.split('.')
    const last = steps.pop() ?? ''
    let holder = rubric
    for (const step of steps) {
      holder[step] ??= {}
      // Paths of the tests lead through objects and lists alone.
      holder = holder[step] as Record<string, unknown>
    }
    if (value === undefined) delete holder[last]
    else holder[last] = value
  }
  return rubric
}
