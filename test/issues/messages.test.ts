import { describe, expect, test } from 'vitest'
import { EXAMPLE_DETAILS } from '../../scripts/example-details.js'
import type { Issue, IssueCode, IssueDetails, Language } from '../../src/issues/index.js'
import { messages as english } from '../../src/issues/messages/en.js'
import { messageOf } from '../../src/issues/messages/message-of.js'
import { messages as chinese } from '../../src/issues/messages/zh-cn.js'

const codes = Object.keys(english.sentences) as IssueCode[]
const languages: readonly Language[] = ['en', 'zh-CN']

/** Further details on which sentences branch, beside the example of each code. */
const furtherDetails: { readonly [Code in keyof IssueDetails]?: readonly IssueDetails[Code][] } = {
  'document/unbalanced': [{}],
  'rubric/unknown-name': (
    ['scale', 'fact', 'section', 'node', 'family', 'tag', 'action', 'businessType', 'option'] as const
  ).map((kind) => ({ kind })),
  'rubric/scale-divisor': [
    { scale: 'five', scoring: 'span' },
    { scale: 'five', scoring: 'points' },
  ],
  'rubric/weights-zero': [{ siblings: manyIds(), parent: '' }],
  'rubric/shares-over-100': [{ siblings: manyIds(), parent: '' }],
  'rubric/shares-rest': [{}, { from: '2026-01-01' }, { through: '2026-03-31', businessType: 'sales' }],
  'rubric/weight-rule-broken': [{}, { from: '2026-01-01' }, { through: '2026-03-31', businessType: 'sales' }],
  'rubric/band-out-of-reach': [{ lowest: '10', highest: '90' }],
  'rubric/pass-mark-out-of-reach': [{ lowest: '10', highest: '90' }],
  'rubric/pass-mark-always-reached': [{ lowest: '10', highest: '90' }],
  'rubric/weightless': [{}, { from: '2026-01-01' }, { through: '2026-03-31' }],
  'rubric/changes-nothing': [{ kind: 'adjustment' }],
  'rubric/always-true': [{ fact: 'wait' }],
  'rubric/never-true': [{ fact: 'wait' }],
  'rubric/unused': (['scale', 'condition', 'tag', 'family', 'action'] as const).map((kind) => ({ kind })),
  'conditions/unknown-fact': [{}, { declaredIn: 'fields' }],
  'conditions/unknown-value': [{}],
  'conditions/path': [{}],
  'evaluation/unanswered': [{ item: 'greeting' }],
  'evaluation/rating-type': [{}],
  'evaluation/rated-not-applicable': [
    { item: 'greeting', reason: 'condition' },
    { item: 'greeting', reason: 'rated' },
    { item: 'greeting', reason: 'section' },
  ],
  'evaluation/undetermined': [
    { rule: 'rude', kind: 'gate' },
    { rule: 'rude', kind: 'bonus' },
  ],
  'sampling/infeasible-allocation': (['sizes', 'minima', 'group', 'variance', 'floors'] as const).map((constraint) => ({
    constraint,
    need: 30,
    available: 20,
  })),
  'sampling/row-shape': [{}],
  'sampling/cell-type': [{ field: 'agent_id' }],
  'sampling/over-maximum': (['precision', 'minimumTotal', 'strata', 'coverage'] as const).map((constraint) => ({
    constraint,
  })),
  'sampling/post-stratum': [{ reason: 'uncounted' }],
  'alerts/event-duty-done': [{ name: 'coaching' }],
  'alerts/unknown-name': (['role', 'action', 'level', 'label', 'event'] as const).map((kind) => ({ kind })),
  'alerts/notice-twice': [{ kind: 'escalate' }],
  'alerts/history-alone': [{ reason: 'adjustFor' }],
  'alerts/step-impossible': [{ label: 'call' }],
  'alerts/unused': (['role', 'action', 'level', 'fact', 'falseAlerts'] as const).map((kind) => ({ kind })),
  'calibration/rated-twice': [{ call: 'call-1' }],
  'calibration/appeal-unknown': ['fault', 'veto', 'bonus', 'gate', 'nothing known'].map((kind) => ({ kind })),
}

function manyIds(): string {
  return Array.from({ length: 30 }, (_, index) => `item-${index}`).join(', ')
}

function detailSetsOf(code: IssueCode): readonly Issue['details'][] {
  if (!Object.hasOwn(EXAMPLE_DETAILS, code)) return [undefined]
  const key = code as keyof IssueDetails // hasOwn
  return [EXAMPLE_DETAILS[key], ...(furtherDetails[key] ?? [])].map((details) => ({ ...details }))
}

/** Every `expected` on which a message branches, and forms that several codes share. */
const expectations = [
  undefined,
  '',
  'number',
  'integer',
  'integer >= 1',
  'string',
  'list | object',
  'number | string | boolean',
  'value',
  'JSON',
  'no cycle',
  'end of text',
  '}',
  ']',
  ':',
  '"',
  '"key"',
  'true | false | null | number | "..."',
  '\\uHHHH',
  '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uHHHH',
  '\\n | \\t',
  '"ratio" | "span"',
  '"ranges"',
  '"no-rating"',
  'no further key',
  'distinct',
  '0',
  '>= 1',
  '0..100',
  '..100',
  '0..',
  '2026-01-01..2026-12-31',
  '$.id',
  '$.a.b[0]["c"]',
  '"minimumSharePercent" | "maximumSharePercent"',
  '"..." | {"zh-CN": "...", "en": "..."}',
  'true | false',
  'en',
  'zh-CN',
]
const receptions = [
  undefined,
  '',
  'undefined',
  '"vetos"',
  '5',
  '[]',
  '""',
  'nothing',
  'end of text',
  'end of line',
  '，',
  '"\\"a\\""',
  'list',
  '2026-01-01..2026-02-28',
  '"坐席"',
]
const suggestions = [undefined, 'vetoes', '5', '["a"]']
const paths: readonly Issue['path'][] = [[], ['effective', 'from'], ['sections', 0, 'id'], ['date'], ['list', 2]]

/** All pairs of `expected` and `received`, each with another choice of the rest, so that every choice meets every code. */
function* issuesOf(code: IssueCode): Generator<Issue> {
  let turn = 0
  for (const expected of expectations) {
    for (const received of receptions) {
      for (const details of detailSetsOf(code)) {
        const suggestion = suggestions[turn % suggestions.length]
        const path = paths[Math.floor(turn / suggestions.length) % paths.length] ?? []
        turn++
        yield {
          code,
          severity: 'error',
          path,
          ...(expected !== undefined && { expected }),
          ...(received !== undefined && { received }),
          ...(suggestion !== undefined && { suggestion }),
          ...(details && { details }),
        }
      }
    }
  }
}

describe('messages', () => {
  test('both languages have a message for the same codes', () => {
    expect(codes.length).toBeGreaterThan(100)
    expect(Object.keys(chinese.sentences).sort()).toEqual([...codes].sort())
  })

  test.each(codes)('%s is said without leftovers whatever is known', (code) => {
    const faults = new Set<string>()
    for (const issue of issuesOf(code)) {
      for (const language of languages) {
        const message = messageOf(issue, language)
        if (/undefined|\[object|NaN/.test(message) || /^\s|\s$| {2}|\(\)|（）|。。|\.\.? \./.test(message))
          faults.add(message)
        if (language === 'en' ? !/[.?]$/.test(message) : !/[。？]$/u.test(message)) faults.add(message)
      }
    }
    expect([...faults].slice(0, 5)).toEqual([])
  })

  test.each(codes)('%s is said in Chinese with full-width punctuation', (code) => {
    for (const details of detailSetsOf(code)) {
      const message = messageOf(
        {
          code,
          severity: 'error',
          path: [],
          received: '"a"',
          expected: '"b"',
          suggestion: 'c',
          ...(details && { details }),
        },
        'zh-CN',
      )
      expect(message).toMatch(/\p{Script=Han}{2}/u)
      expect(message).not.toMatch(/\p{Script=Han}[,;:?!()]|[,;?!()]\p{Script=Han}/u)
      expect(message).not.toMatch(/\p{Script=Han}[A-Za-z0-9"]|[A-Za-z0-9"]\p{Script=Han}/u)
    }
    for (const details of detailSetsOf(code))
      expect(messageOf({ code, severity: 'error', path: [], ...(details && { details }) }, 'en')).not.toMatch(
        /\p{Script=Han}/u,
      )
  })

  test('a misspelt key is named with what was meant', () => {
    const issue: Issue = {
      code: 'document/unknown-key',
      severity: 'error',
      path: ['vetos'],
      received: '"vetos"',
      suggestion: 'vetoes',
    }
    expect(messageOf(issue, 'en')).toBe(
      'The key "vetos" is not known here. Did you mean "vetoes"? Rename it, or remove it.',
    )
    expect(messageOf(issue, 'zh-CN')).toBe('键 "vetos" 在此处无法识别。是否应为 "vetoes"？请改名或删除。')
  })

  test('the kind of a name is said in words', () => {
    const said = (kind: string, language: Language) =>
      messageOf(
        { code: 'rubric/unknown-name', severity: 'error', path: [], received: '"x"', expected: '', details: { kind } },
        language,
      )
    const kinds = ['scale', 'fact', 'section', 'item', 'node', 'family', 'tag', 'action', 'businessType', 'option']
    for (const language of languages) expect(new Set(kinds.map((kind) => said(kind, language))).size).toBe(kinds.length)
    expect(said('businessType', 'en')).toBe(
      'There is no business type "x". None is declared. Correct the name, or declare it under "businessTypes".',
    )
    expect(said('businessType', 'zh-CN')).toBe(
      '找不到业务类型 "x"。目前没有任何业务类型。请改正名称，或在 "businessTypes" 中声明。',
    )
  })

  test('types and limits are said in words', () => {
    const type: Issue = {
      code: 'conditions/operand',
      severity: 'error',
      path: [],
      expected: 'number',
      received: 'list',
      details: { operator: 'lessThan' },
    }
    expect(messageOf(type, 'zh-CN')).toBe(
      '运算符 "lessThan" 用在此处不合适：应为数值，现为列表。请改正运算符、事实或取值。',
    )
    const range: Issue = {
      code: 'evaluation/out-of-range',
      severity: 'error',
      path: [],
      expected: '0..100',
      received: '120',
      details: { item: 'wait' },
    }
    expect(messageOf(range, 'en')).toBe('The number 120 of item "wait" is out of range. Enter a number from 0 to 100.')
    expect(messageOf(range, 'zh-CN')).toBe('评分项 "wait" 的数值 120 超出范围。请填写 0 到 100 之间的数值。')
  })
})
