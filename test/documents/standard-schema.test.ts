import { describe, expect, it } from 'vitest'
import { alertPolicyStandardSchema } from '../../src/alerts/index.js'
import { calendarStandardSchema, parseCalendar } from '../../src/calendar/index.js'
import { messageOf } from '../../src/issues/index.js'
import { rubricStandardSchema, safeParseRubric } from '../../src/rubric/index.js'
import { samplingDesignStandardSchema } from '../../src/sampling/index.js'
import { compileRubric, evaluationStandardSchema } from '../../src/scoring/index.js'

const rubric = {
  format: 'callgrade/rubric@1',
  id: 'mini',
  version: '1',
  title: 'Mini',
  sections: [{ id: 'all', items: [{ id: 'solved', kind: 'yes-no' }] }],
  result: { passMark: 100 },
}
const evaluationSchema = evaluationStandardSchema(compileRubric(rubric))
const schemas = {
  rubricStandardSchema,
  samplingDesignStandardSchema,
  alertPolicyStandardSchema,
  calendarStandardSchema,
  evaluationSchema,
}

/** What the specification of Standard Schema, version 1, asks of the result of `validate`. */
function expectFailure(result: unknown): void {
  const { issues } = result as { readonly issues: readonly { readonly message: unknown; readonly path: unknown }[] }
  expect(Array.isArray(issues)).toBe(true)
  expect(issues.length).toBeGreaterThan(0)
  for (const { message, path } of issues) {
    expect(typeof message).toBe('string')
    expect(Array.isArray(path)).toBe(true)
    for (const segment of path as readonly unknown[]) expect(['string', 'number']).toContain(typeof segment)
  }
}

describe.each(Object.entries(schemas))('%s', (_, schema) => {
  const { version, vendor, validate } = schema['~standard']

  it('has version and vendor', () => {
    expect(version).toBe(1)
    expect(vendor).toBe('callgrade')
  })

  it.each([undefined, null, 7, '', '{', '{}', {}, [], () => {}, Symbol('s'), 1n, new Date(0)])(
    'answers any value with issues instead of throwing: case %#',
    (value) => expectFailure(validate(value)),
  )
})

describe('a Standard Schema', () => {
  it('returns the document as the parser does', () => {
    const calendar = parseCalendar(
      '{"format": "callgrade/calendar@1", "id": "always", "version": "1", "title": "Always", "valid": {"from": "2026-01-01", "through": "2026-12-31"}, "weekend": [], "workingHours": [["00:00", "24:00"]]}',
    )
    expect(calendarStandardSchema['~standard'].validate(JSON.stringify(calendar))).toEqual({ value: calendar })
    expect(rubricStandardSchema['~standard'].validate(rubric)).toEqual({ value: rubric })
  })

  it('says in English what is wrong and where, and keeps the issue', () => {
    const wrong = { ...rubric, vetos: [] }
    const [issue] = safeParseRubric(wrong).issues ?? []
    if (!issue) throw new Error('the rubric is wrong')
    expect(rubricStandardSchema['~standard'].validate(wrong).issues).toEqual([
      { ...issue, path: ['vetos'], message: messageOf(issue, 'en') },
    ])
  })

  it('of evaluations checks by the rubric, and returns a value as given and a text as read', () => {
    const evaluation = { id: 'e1', rubric: 'mini', ratings: { solved: true } }
    expect(evaluationSchema['~standard'].validate(evaluation)).toEqual({ value: evaluation })
    expect(evaluationSchema['~standard'].validate(JSON.stringify(evaluation))).toEqual({ value: evaluation })
    const unanswered = evaluationSchema['~standard'].validate({ ...evaluation, ratings: {} })
    expect(unanswered.issues?.map(({ code, path }) => ({ code, path }))).toEqual([
      { code: 'evaluation/unanswered', path: ['ratings', 'solved'] },
    ])
  })
})
