import { describe, expect, it } from 'vitest'
import { agreement } from '../../../src/calibration/index.js'
import { messageOf } from '../../../src/issues/index.js'
import {
  diffRubrics,
  evaluationGuide,
  evaluationSchema,
  lintRubric,
  safeParseRubric,
} from '../../../src/rubric/index.js'
import { compileRubric, type Rating } from '../../../src/scoring/index.js'

const reason = {
  id: 'reason',
  title: 'Reason of the call',
  kind: 'record' as const,
  input: 'choice' as const,
  options: [{ id: 'price', title: 'Price' }, { id: 'late' }],
}

function rubricWith(...records: readonly object[]) {
  return {
    format: 'callgrade/rubric@1' as const,
    id: 'r',
    version: '1',
    title: 'R',
    sections: [{ id: 'all', items: [{ id: 'solved', kind: 'yes-no' as const }, ...records] }],
    result: { passMark: 60 },
  }
}

function issuesOf(...records: readonly object[]) {
  const { issues = [] } = safeParseRubric(rubricWith(...records))
  for (const issue of issues)
    for (const language of ['en', 'zh-CN'] as const) expect(messageOf(issue, language)).not.toBe('')
  return issues.map(({ code, path }) => [code, path.slice(4).join('.')])
}

function evaluate(record: object, rating: unknown) {
  const evaluation = { id: 'e', rubric: 'r', ratings: { solved: true, record: rating as Rating } }
  // A record that is wrong on purpose is of no declared type.
  const result = compileRubric(rubricWith({ id: 'record', kind: 'record', ...record }) as never).safeScore(evaluation)
  return result.issues?.map(({ code, expected, suggestion }) => [code, expected, suggestion])
}

describe('a record item in a rubric', () => {
  it('takes a text, a number, a date or one of its options', () => {
    expect(issuesOf({ id: 'a', kind: 'record', input: 'text' }, reason)).toEqual([])
  })

  it.each([
    ['no input', { input: undefined }, ['document/missing-key', 'input']],
    ['an unknown input', { input: 'numbr' }, ['document/value', 'input']],
    ['a choice without options', { input: 'choice' }, ['document/missing-key', 'options']],
    ['options without a choice', { input: 'text', options: [{ id: 'x' }] }, ['document/unknown-key', 'options']],
    ['an option named na', { input: 'choice', options: [{ id: 'na' }] }, ['rubric/reserved-option', 'options.0.id']],
    [
      'one option twice',
      { input: 'choice', options: [{ id: 'x' }, { id: 'x' }] },
      ['rubric/duplicate-id', 'options.1.id'],
    ],
    [
      'points of an option',
      { input: 'choice', options: [{ id: 'x', points: 1 }] },
      ['document/unknown-key', 'options.0.points'],
    ],
    ['a weight', { input: 'text', weight: 1 }, ['document/unknown-key', 'weight']],
  ])('has a fault: %s', (_, keys, issue) => {
    const record = Object.fromEntries(
      Object.entries({ id: 'record', kind: 'record', ...keys }).filter(([, value]) => value !== undefined),
    )
    expect(issuesOf(record)).toEqual([issue])
  })

  it('is read by no condition and fires no veto', () => {
    const rubric = {
      ...rubricWith(reason),
      vetoes: [{ id: 'v', onRating: { item: 'reason', options: ['late'] } }],
      gates: [
        {
          id: 'g',
          when: { all: [{ fact: 'ratings', path: '$.reason', operator: 'equal', value: 'late' }] },
          effects: [{ kind: 'fail' as const }],
        },
      ],
    }
    const { issues = [] } = safeParseRubric(rubric)
    expect(issues.map(({ code }) => code).sort()).toEqual(['conditions/unknown-fact', 'rubric/on-rating-form'])
  })

  it('gives no warning', () => {
    expect(lintRubric(rubricWith(reason))).toEqual([])
  })
})

describe('the rating of a record', () => {
  const choice = { input: 'choice', options: [{ id: 'price' }, { id: 'late' }] }

  it.each([
    ['text', { input: 'text' }, ''],
    ['text', { input: 'text' }, 'na'],
    ['number', { input: 'number' }, -0.5],
    ['date', { input: 'date' }, '2024-02-29'],
    ['choice', choice, 'late'],
    ['n/a', { ...choice, mayBeNotApplicable: true }, 'na'],
    ['n/a', { input: 'text', mayBeNotApplicable: true, required: true }, 'na'],
    ['a comment beside it', { input: 'number' }, { rating: 5, comment: 'as told' }],
    ['nothing', { input: 'number' }, undefined],
  ])('%s: %j takes %j', (_, record, rating) => {
    expect(evaluate(record, rating)).toBeUndefined()
  })

  it.each([
    [{ input: 'text' }, 5, 'evaluation/rating-type', 'string', undefined],
    [{ input: 'number' }, '５', 'evaluation/rating-type', 'number', '5'],
    [{ input: 'number' }, Number.NaN, 'evaluation/rating-type', 'number', undefined],
    [{ input: 'number' }, 'na', 'evaluation/not-applicable-refused', undefined, undefined],
    [{ input: 'date' }, '2026-2-3', 'evaluation/rating-type', '"YYYY-MM-DD"', undefined],
    [{ input: 'date' }, '2026-02-30', 'document/date', undefined, undefined],
    [{ input: 'date' }, 'na', 'evaluation/not-applicable-refused', undefined, undefined],
    [choice, 'lat', 'evaluation/unknown-option', '"price" | "late"', 'late'],
    [choice, ['late'], 'evaluation/rating-type', '"price" | "late"', undefined],
    [{ input: 'text', required: true }, undefined, 'evaluation/unanswered', undefined, undefined],
  ])('%j refuses %j', (record, rating, ...issue) => {
    expect(evaluate(record, rating)).toEqual([issue])
  })

  it('is checked and not compared by agreement', () => {
    const ratings = ['A', 'B'].flatMap((raterId) => [
      { callId: '1', raterId, item: 'solved', rating: true },
      { callId: '1', raterId, item: 'reason', rating: raterId === 'A' ? 'late' : 'price' },
    ])
    expect(agreement({ ratings }, rubricWith(reason)).targets.map(({ id }) => id)).toEqual(['solved'])
    expect(() =>
      agreement({ ratings: [{ callId: '1', raterId: 'A', item: 'reason', rating: 'dear' }] }, rubricWith(reason)),
    ).toThrow('calibration/not-a-rating')
  })

  it('is shown by the explanation', () => {
    const scorer = compileRubric(
      rubricWith(reason, { id: 'day', kind: 'record', input: 'date', mayBeNotApplicable: true }),
    )
    const ratings = { solved: true, reason: 'late', day: 'na' }
    const [all] = scorer.explain({ id: 'e', rubric: 'r', ratings }).explanation.tree
    expect(all?.children?.slice(1).map(({ status, why }) => [status, why])).toEqual([
      ['recorded', { reason: 'record', rating: 'late' }],
      ['not-applicable', { reason: 'not-applicable', because: 'rated' }],
    ])
  })
})

describe('a record item elsewhere', () => {
  it('is asked for by the schema of evaluations', () => {
    const schema = evaluationSchema(
      rubricWith(
        { ...reason, required: true },
        { id: 'day', kind: 'record', input: 'date' },
        { id: 'sum', kind: 'record', input: 'number' },
      ),
    )
    // The ratings of a schema are two levels below its root.
    const { ratings } = schema.properties as { ratings: { properties: Record<string, unknown>; required: string[] } }
    expect(ratings.required).toEqual(['solved', 'reason'])
    expect(ratings.properties.reason).toEqual({
      title: 'Reason of the call',
      type: 'string',
      anyOf: [
        { enum: ['price'], title: 'Price' },
        { enum: ['late'], title: 'late' },
      ],
    })
    expect(ratings.properties.day).toMatchObject({ type: 'string', format: 'date' })
    expect(ratings.properties.sum).toMatchObject({ type: 'number' })
  })

  it('is explained to reviewers in both languages', () => {
    const rubric = rubricWith({ ...reason, required: true })
    expect(evaluationGuide(rubric)).toContain('One of the options; recorded, never scored. It has to be filled in.')
    expect(evaluationGuide(rubric, { language: 'zh-CN' })).toContain('从选项中选一个，只记录，不计分；必填。')
    expect(evaluationGuide(rubric)).toContain('**Price**')
  })

  it.each([
    ['a new one changes nothing', rubricWith(), rubricWith(reason), [['added', undefined, 'none']]],
    [
      'a new one that is required is missing',
      rubricWith(),
      rubricWith({ ...reason, required: true }),
      [['added', undefined, 'ratings']],
    ],
    ['one that is gone changes nothing', rubricWith(reason), rubricWith(), [['removed', undefined, 'none']]],
    [
      'one becomes required',
      rubricWith(reason),
      rubricWith({ ...reason, required: true }),
      [['changed', 'required', 'judgement']],
    ],
    [
      'another input gives old ratings another meaning',
      rubricWith({ id: 'x', kind: 'record', input: 'text' }),
      rubricWith({ id: 'x', kind: 'record', input: 'number' }),
      [['changed', 'input', 'ratings']],
    ],
  ])('%s', (_, before, after, changes) => {
    // Rubrics of changing shapes are checked when they are compared.
    const diff = diffRubrics(before as never, { ...after, version: '2' } as never)
    expect(
      diff.changes.filter(({ part }) => part === 'item').map(({ kind, key, effect }) => [kind, key, effect]),
    ).toEqual(changes)
  })
})
