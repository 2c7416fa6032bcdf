import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { formOf } from '../../../src/rubric/format/form.js'
import { evaluationSchema, parseRubric, type Rubric } from '../../../src/rubric/index.js'
import { compileRubric, type Evaluation } from '../../../src/scoring/index.js'

const root = join(import.meta.dirname, '../../..')
const cases = readdirSync(join(root, 'test/cases/rubrics'))
  .filter((file) => file.endsWith('.json'))
  .map(
    (file) =>
      JSON.parse(readFileSync(join(root, 'test/cases/rubrics', file), 'utf8')) as {
        rubric: string
        cases: { title: string; evaluation: Evaluation }[]
      },
  )

/** Instants are the scorer's to check. */
const ajv = (): Ajv2020 =>
  new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, formats: { 'date-time': true } })

/** Ratings, faults, vetoes and bonuses alone, without comment and evidence. */
function plain(evaluation: Evaluation, deductions: ReadonlySet<string>): Evaluation {
  const id = (mark: string | { readonly id: string }): string => (typeof mark === 'string' ? mark : mark.id)
  const rating = (item: string, given: unknown): unknown => {
    const value = typeof given === 'object' && given !== null && 'rating' in given ? given.rating : given
    if (!Array.isArray(value) || !deductions.has(item)) return value
    return value.map((fault: unknown) => (typeof fault === 'string' ? { id: fault } : fault))
  }
  return {
    ...evaluation,
    ratings: Object.fromEntries(Object.entries(evaluation.ratings).map(([item, given]) => [item, rating(item, given)])),
    ...(evaluation.vetoes && { vetoes: evaluation.vetoes.map(id) }),
    ...(evaluation.bonuses && { bonuses: evaluation.bonuses.map(id) }),
  } as Evaluation
}

const rubric = {
  format: 'callgrade/rubric@1',
  id: 'r',
  version: '2',
  title: { en: 'R', 'zh-CN': '甲' },
  businessTypes: [{ id: 'sales', title: 'Sales calls' }, { id: 'care' }],
  scales: { three: { levels: [{ value: 1, title: 'bad' }, { value: 2, description: 'so so' }, { value: 3 }] } },
  defaultScale: 'three',
  facts: {
    csat: { type: 'number', minimum: 0, maximum: 100, description: 'satisfaction' },
    channel: { type: 'string', values: ['a', 'b'] },
  },
  sections: [
    {
      id: 'all',
      items: [
        { id: 'level', guidance: { 3: { description: 'best', examples: [{ verdict: 'good', text: 'hello' }] } } },
        { id: 'yes', kind: 'yes-no', mayBeNotApplicable: true },
        {
          id: 'one',
          kind: 'choice',
          options: [
            { id: 'x', points: 1 },
            { id: 'y', points: 0 },
          ],
        },
        {
          id: 'many',
          kind: 'choice',
          multiple: true,
          options: [
            { id: 'x', points: 1 },
            { id: 'y', points: 0 },
          ],
        },
        { id: 'wait', kind: 'numeric', minimum: 0, maximum: 600, linear: { zeroAt: 600, fullAt: 0 } },
        { id: 'measured', kind: 'numeric', fact: 'csat', linear: { zeroAt: 0, fullAt: 100 } },
        { id: 'faults', kind: 'deduction', base: 10, faults: [{ id: 'late', points: 5 }] },
        { id: 'remark', kind: 'text' },
      ],
    },
    { id: 'extra', mayBeNotApplicable: true, items: [{ id: 'more' }] },
  ],
  vetoes: [
    { id: 'abuse', guidance: { description: 'insults' } },
    { id: 'low', onRating: { item: 'level', atMost: 1 } },
  ],
  bonuses: [{ id: 'praise', points: 2 }],
  result: { passMark: 60 },
} as unknown as Rubric
const sound = {
  id: 'e',
  rubric: 'r',
  businessType: 'sales',
  ratings: {
    level: 3,
    yes: 'na',
    one: 'x',
    many: ['x', 'y'],
    wait: 12.5,
    faults: [{ id: 'late', count: 2 }],
    remark: 'fine',
    more: 1,
  },
  vetoes: [],
  facts: { csat: 80 },
}
const changed = (change: object, ratings: object = {}): object => ({
  ...sound,
  ...change,
  ratings: { ...sound.ratings, ...ratings },
})
const without = (item: string): object => {
  const { [item as 'level']: _, ...ratings } = sound.ratings
  return { ...sound, ratings }
}

describe('the schema of an evaluation by a rubric', () => {
  it.each(cases.map(({ rubric, cases }) => [rubric, cases] as const))(
    'takes every golden case of %s',
    (file, cases) => {
      const text = readFileSync(join(root, file), 'utf8')
      const items = formOf(parseRubric(text)).items
      const deductions = new Set(items.filter(({ source }) => source.kind === 'deduction').map(({ id }) => id))
      for (const language of ['en', 'zh-CN'] as const) {
        const date = cases.some(({ evaluation }) => evaluation.period) ? 'period' : 'call'
        const validate = ajv().compile(evaluationSchema(text, { language, date }))
        for (const { title, evaluation } of cases)
          expect([title, validate(plain(evaluation, deductions)), validate.errors]).toEqual([title, true, null])
      }
    },
  )

  it('takes and refuses what the scorer takes and refuses', () => {
    const validate = ajv().compile(evaluationSchema(rubric))
    const scorer = compileRubric(rubric)
    const sections = { ...without('more'), ratings: { ...(without('more') as typeof sound).ratings, extra: 'na' } }
    const right = [
      sound,
      changed({ vetoes: ['abuse', 'abuse', 'low'], bonuses: ['praise'] }),
      changed({}, { yes: true, many: [], faults: [] }),
      without('remark'),
      sections,
      changed({ rubricVersion: '2', purpose: 'targeted', subject: { kind: 'team', id: 't' } }),
    ]
    const wrong = [
      without('level'),
      without('yes'),
      changed({}, { level: 4 }),
      changed({}, { level: '3' }),
      changed({}, { level: 'na' }),
      changed({}, { yes: 'yes' }),
      changed({}, { one: 'z' }),
      changed({}, { many: ['x', 'x'] }),
      changed({}, { many: 'x' }),
      changed({}, { wait: 601 }),
      changed({}, { faults: [{ id: 'early' }] }),
      changed({}, { faults: [{ id: 'late', count: 0 }] }),
      changed({}, { unknown: 1 }),
      changed({}, { all: 'na' }),
      changed({ vetoes: undefined }),
      changed({ vetoes: ['other'] }),
      changed({ bonuses: ['praise', 'praise'] }),
      changed({ businessType: 'other' }),
      changed({ businessType: undefined }),
      changed({ rubric: 's' }),
      changed({ rubricVersion: '1' }),
      changed({ facts: { csat: 101 } }),
      changed({ facts: { csat: '80' } }),
      changed({ facts: { csat: 80, channel: 'c' } }),
      changed({ facts: { csat: 80, other: 1 } }),
      changed({ surprise: 1 }),
    ].map((value) => JSON.parse(JSON.stringify(value)) as object)
    const accepted = (value: object): readonly boolean[] => [validate(value), scorer.safeScore(value as never).success]
    expect(right.map(accepted)).toEqual(right.map(() => [true, true]))
    expect(wrong.map(accepted)).toEqual(wrong.map(() => [false, false]))
  })

  it('describes every level by its criterion, its examples, or the scale', () => {
    const { properties } = evaluationSchema(rubric) as {
      properties: Record<string, { properties: Record<string, { anyOf: object[] }> }>
    }
    expect(properties.ratings?.properties.level?.anyOf).toEqual([
      { enum: [1], title: '1 bad' },
      { enum: [2], title: '2', description: 'so so' },
      { enum: [3], title: '3', description: 'best\nGood: hello' },
    ])
    expect(evaluationSchema(rubric, { language: 'zh-CN' }).title).toBe('甲')
  })

  it('has room for comments and evidence where they are asked for', () => {
    const validate = ajv().compile(evaluationSchema(rubric, { ratings: 'with-comments' }))
    const ratings = Object.fromEntries(
      Object.entries(sound.ratings).map(([item, rating]) => [item, { rating, comment: 'why', evidence: '00:12' }]),
    )
    const value = { ...sound, ratings, vetoes: [{ id: 'abuse', evidence: '01:02' }] }
    expect([validate(value), compileRubric(rubric).safeScore(value as never).success]).toEqual([true, true])
    expect(validate(sound)).toBe(false)
  })

  it('fixes one business type', () => {
    const validate = ajv().compile(evaluationSchema(rubric, { businessType: 'care' }))
    expect([validate(sound), validate({ ...sound, businessType: 'care' })]).toEqual([false, true])
  })

  it('asks for a date where weights depend on it', () => {
    const seasonal = { ...rubric, weightAdjustments: [{ from: '2026-06-01', sharePercents: { extra: 10 } }] } as Rubric
    const validate = ajv().compile(evaluationSchema(seasonal))
    expect([validate(sound), validate({ ...sound, callAt: '2026-06-02T10:00:00Z' })]).toEqual([false, true])
  })

  it('stays flat: no rating lies deeper than a fault of a list', () => {
    const depth = (schema: unknown): number =>
      typeof schema === 'object' && schema !== null
        ? Math.max(
            0,
            ...Object.entries(schema).map(
              ([key, part]) => depth(part) + (key === 'properties' || key === 'items' ? 1 : 0),
            ),
          )
        : 0
    for (const { rubric: file } of cases)
      expect(depth(evaluationSchema(readFileSync(join(root, file), 'utf8')))).toBeLessThanOrEqual(4)
  })
})
