import { describe, expect, test } from 'vitest'
import type { Rubric } from '../../../src/rubric/format/rubric.js'
import { compileRubric } from '../../../src/scoring/compile-rubric.js'
import type { Evaluation } from '../../../src/scoring/evaluation/evaluation.js'
import type { ExplainedNode, ExplainedScore } from '../../../src/scoring/explanation/explanation.js'
import { explanationText } from '../../../src/scoring/explanation/explanation-text.js'

const rubric: Rubric = {
  format: 'callgrade/rubric@1',
  id: 'told',
  version: '1',
  title: 'Told',
  businessTypes: [{ id: 'sales' }],
  scales: { five: { levels: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }] } },
  defaultScale: 'five',
  facts: {
    seconds: { type: 'number' },
    wait: { type: 'number' },
    tier: { type: 'string' },
    customer: { type: 'object' },
  },
  sections: [
    {
      id: 'A',
      title: { 'zh-CN': '甲', en: 'First' },
      weight: 3,
      items: [
        { id: 'rated', title: '问候' },
        { id: 'self', rateWhen: [{ level: 4, when: lessThan('seconds', 30) }] },
      ],
      sections: [
        { id: 'A1', items: [{ id: 'counted', kind: 'numeric', fact: 'wait', linear: { zeroAt: 10, fullAt: 0 } }] },
      ],
    },
    { id: 'B', weight: 1, mayBeNotApplicable: true, items: [{ id: 'b1' }, { id: 'b2', mayBeNotApplicable: true }] },
    { id: 'C', weight: 0, items: [{ id: 'c1' }] },
    {
      id: 'D',
      weight: 1,
      appliesWhen: { all: [{ fact: 'tier', operator: 'equal', value: 'gold' }] },
      items: [{ id: 'd1' }],
    },
    { id: 'E', weight: 1, items: [{ id: 'e1', mayBeNotApplicable: true }] },
    { id: 'F', items: [{ id: 'remark', kind: 'text' }] },
  ],
  weightProfiles: { sales: { title: '销售', weights: { A: 3, B: 1, C: 0, D: 1, E: 1 } } },
  vetoes: [{ id: 'v', toleratedMarks: 1, verdict: 'keep', effects: [{ kind: 'deduct', points: 60 }] }],
  gates: [
    {
      id: 'odd',
      when: { any: [{ fact: 'customer', path: '$.self', operator: 'equal', value: 5 }] },
      effects: [{ kind: 'zero' }],
    },
  ],
  bonuses: [
    { id: 'one', points: 3 },
    { id: 'two', points: 4 },
  ],
  bonusLimit: 5,
  result: { passMark: 80 },
}
const scorer = compileRubric(rubric)

function lessThan(fact: string, value: number) {
  return { all: [{ fact, operator: 'lessThan', value }] }
}

function explained(members: Partial<Evaluation> = {}): ExplainedScore {
  return scorer.explain({
    id: 'e',
    rubric: 'told',
    businessType: 'sales',
    ratings: { rated: { rating: 3, comment: '略快' }, B: 'na', c1: 5, e1: 'na', remark: '好' },
    vetoes: [],
    facts: { seconds: 20, wait: 2.5, tier: 'basic', customer: {} },
    ...members,
  })
}

function nodeOf(score: ExplainedScore, id: string): ExplainedNode {
  const find = (nodes: readonly ExplainedNode[]): ExplainedNode | undefined => {
    for (const node of nodes) {
      const found = node.id === id ? node : find(node.children ?? [])
      if (found) return found
    }
    return undefined
  }
  const node = find(score.explanation.tree)
  if (!node) throw new Error(`no node ${id}`)
  return node
}

describe('the tree', () => {
  // Only A is left: rated 3/5, self 4/5, counted (10 - 2.5) / 10 = 3/4, a third each: 100/3 x (.6 + .8 + .75) = 71.666...
  const score = explained()

  test('what was rated says by whom, with which fraction and which part of the whole', () => {
    expect(score.rawScore).toBe(71.67)
    expect(nodeOf(score, 'rated')).toMatchObject({
      status: 'scored',
      title: '问候',
      share: '1/3',
      points: '20',
      lost: '40/3',
      roundedPoints: 20,
      why: { reason: 'rated', by: 'rater', rating: 3, fraction: '3/5', comment: '略快' },
    })
    expect(nodeOf(score, 'self')).toMatchObject({
      points: '80/3',
      why: { reason: 'rated', by: 'rule', rating: 4, fraction: '4/5' },
    })
    expect(nodeOf(score, 'counted')).toMatchObject({
      points: '25',
      why: { reason: 'rated', by: 'fact', rating: 2.5, fraction: '3/4' },
    })
  })

  test('what does not apply says why', () => {
    expect(nodeOf(score, 'B')).toMatchObject({ status: 'not-applicable', share: '0', why: { because: 'rated' } })
    expect(nodeOf(score, 'b1')).toMatchObject({ status: 'not-applicable', why: { because: 'section' } })
    expect(nodeOf(score, 'D')).toMatchObject({
      status: 'not-applicable',
      why: {
        because: 'condition',
        decidedBy: [{ fact: 'tier', operator: 'equal', actual: 'basic', comparedWith: 'gold', outcome: 'false' }],
      },
    })
    expect(nodeOf(score, 'E')).toMatchObject({ status: 'not-applicable', why: { because: 'nothing-below' } })
    expect(nodeOf(score, 'e1')).toMatchObject({ status: 'not-applicable', why: { because: 'rated' } })
  })

  test('what has no weight is shown with its rating, and text as recorded', () => {
    expect(nodeOf(score, 'C')).toMatchObject({ status: 'no-weight', share: '0', points: '0' })
    expect(nodeOf(score, 'c1')).toMatchObject({
      status: 'no-weight',
      why: { reason: 'rated', rating: 5, fraction: '1' },
    })
    expect(nodeOf(score, 'F').status).toBe('recorded')
    expect(nodeOf(score, 'remark')).toMatchObject({ status: 'recorded', why: { reason: 'text', rating: '好' } })
  })

  test('rounded points go to the largest remainders', () => {
    // 20, 26.666..., 25: 71.67 needs the missing hundredth at 26.666...
    expect(['rated', 'self', 'counted'].map((id) => nodeOf(score, id).roundedPoints)).toEqual([20, 26.67, 25])
    // Lost: 13.333..., 6.666..., 8.333...: 28.33 needs one hundredth, at 6.666...
    expect(['rated', 'self', 'counted'].map((id) => nodeOf(score, id).roundedLost)).toEqual([13.33, 6.67, 8.33])
  })

  test('the layers of the weights are named', () => {
    expect(score.explanation.weights).toEqual({
      businessType: 'sales',
      layers: [{ kind: 'base' }, { kind: 'profile', id: 'sales', title: '销售' }],
    })
  })
})

describe('the effects', () => {
  test('a bonus over the limit counts with what the limit leaves', () => {
    // 71.666... + 3 = 74.666..., + 2 of 4 = 76.666...
    const { effects } = explained({ bonuses: ['two', 'one'] }).explanation
    expect(effects.map(({ kind, rule, before, after }) => [kind, rule, before, after])).toEqual([
      ['bonus', 'one', '215/3', '224/3'],
      ['bonus', 'two', '224/3', '230/3'],
    ])
  })

  test('what falls below 0 is lifted to it, and said to be', () => {
    // 71.666... - 2 x 60 = -48.333...
    const { effects } = explained({ vetoes: ['v', 'v', 'v'] }).explanation
    expect(effects).toEqual([
      {
        kind: 'deduct',
        rule: 'v',
        ruleKind: 'veto',
        before: '215/3',
        after: '-145/3',
        roundedBefore: 71.67,
        roundedAfter: -48.33,
      },
      { kind: 'minimum', before: '-145/3', after: '0', roundedBefore: -48.33, roundedAfter: 0 },
    ])
  })

  test('a total a hair below 0 is shown as 0, not as -0', () => {
    const hair = compileRubric({
      ...rubric,
      vetoes: [{ id: 'v', verdict: 'keep', effects: [{ kind: 'deduct', points: 71.667 }] }],
    })
    // 71.666... - 71.667 = -1/3000.
    const { effects } = hair.explain({
      id: 'e',
      rubric: 'told',
      businessType: 'sales',
      ratings: { rated: 3, B: 'na', c1: 5, e1: 'na' },
      vetoes: ['v'],
      facts: { seconds: 20, wait: 2.5, tier: 'basic' },
    }).explanation
    expect(effects.map(({ after }) => after)).toEqual(['-1/3000', '0'])
    expect(effects.map(({ roundedAfter }) => Object.is(roundedAfter, -0))).toEqual([false, false])
  })

  test('marks that are tolerated are told and do nothing', () => {
    const { rules, effects } = explained({ vetoes: ['v'] }).explanation
    expect(rules[0]).toMatchObject({ kind: 'veto', id: 'v', outcome: 'not-fired', marks: 1, toleratedMarks: 1 })
    expect(effects).toEqual([])
  })
})

describe('the text', () => {
  test('says the same in both languages, with the titles of the language', () => {
    const score = explained({ bonuses: ['one'] })
    const [english, chinese] = [explanationText(score, 'en'), explanationText(score, 'zh-CN')]
    expect(english).toContain('First [A]')
    expect(chinese).toContain('甲 [A]')
    expect(english.split('\n')).toHaveLength(chinese.split('\n').length)
    for (const text of [english, chinese]) for (const part of ['71.67', '略快', '74.67']) expect(text).toContain(part)
  })

  test('can be written where a fact that decided holds itself', () => {
    const customer: Record<string, unknown> = {}
    customer.self = customer
    const score = explained({ facts: { seconds: 20, wait: 2.5, tier: 'basic', customer } })
    expect(score.gates).toEqual([])
    // The rule did not fire and so is not shown; an undetermined or fired one is.
    expect(explanationText(score, 'en')).toContain('71.67')
    const fired = compileRubric({
      ...rubric,
      gates: [
        {
          id: 'odd',
          when: { any: [{ fact: 'customer', path: '$.self', operator: 'notEqual', value: 5 }] },
          effects: [{ kind: 'fail' }],
        },
      ],
    }).explain({
      id: 'e',
      rubric: 'told',
      businessType: 'sales',
      ratings: { rated: 3, B: 'na', c1: 5, e1: 'na' },
      vetoes: [],
      facts: { seconds: 20, wait: 2.5, tier: 'basic', customer },
    })
    expect(fired.gates).toEqual(['odd'])
    for (const language of ['en', 'zh-CN'] as const) expect(explanationText(fired, language)).toContain('odd')
  })
})
