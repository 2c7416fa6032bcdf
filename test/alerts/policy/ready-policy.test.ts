import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintAlertPolicy, parseAlertPolicy } from '../../../src/alerts/index.js'
import { parseRubric } from '../../../src/rubric/index.js'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

describe('the practice’s own policy', () => {
  const text = read('rubrics/outbound-alerts.json')
  const policy = parseAlertPolicy(text)
  const levels = new Map(policy.levels.map((level) => [level.id, level]))
  const terms = (level: string) =>
    Object.fromEntries((levels.get(level)?.duties ?? []).map(({ id, within }) => [id, within]))

  test('has no warning', () => {
    expect(lintAlertPolicy(text)).toEqual([])
  })

  test('takes bands that the ready rubrics have', () => {
    const bands = policy.fromScores?.flatMap((source) => (source.kind === 'band' ? source.bands : [])) ?? []
    expect(bands.length).toBeGreaterThan(0)
    for (const rubric of ['outbound-sales', 'complaint-handling'])
      expect(parseRubric(read(`rubrics/${rubric}.json`)).result.bands?.map(({ id }) => id)).toEqual(
        expect.arrayContaining([...bands]),
      )
  })

  // Practice: a senior in 30 minutes; red, root cause in 24 hours; yellow, remedied in 48 hours, feedback in two
  // working days; blue, the weekly review; appeals in two working days.
  test('has the terms of the practice', () => {
    expect(terms('urgent')).toMatchObject({ senior: { minutes: 30 } })
    expect(terms('red')).toMatchObject({ 'root-cause': { hours: 24 } })
    expect(terms('yellow')).toMatchObject({ remedy: { hours: 48 }, feedback: { workingDays: 2 } })
    expect(terms('blue')).toMatchObject({ review: { next: { weekday: 'friday' } } })
    expect(policy.review?.appeal?.within).toEqual({ workingDays: 2 })
    expect(policy.closure).toMatchObject({ comparison: 'over', targetPercent: 95, months: 3 })
  })

  test('tells training, operations and IT of what is common in a team', () => {
    expect(policy.rules.find(({ id }) => id === 'team-common')?.notify).toEqual([
      'training',
      'operations-manager',
      'it',
    ])
  })

  test('has every duty escalated but those of the least grave level', () => {
    const silent = policy.levels
      .slice(0, -1)
      .flatMap(({ duties = [] }) => duties.filter(({ escalate = [] }) => escalate.length === 0))
    expect(silent).toEqual([])
  })
})

/** Keys of objects in a JSON Schema; conditions are described with rubrics. */
function keysOf(properties: object): readonly string[] {
  return Object.entries(properties).flatMap(([key, schema]: [string, unknown]) => [key, ...keysWithin(schema)])
}

function keysWithin(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, member]: [string, unknown]) =>
    key === 'properties' ? keysOf(member as object) : keysWithin(member),
  )
}

describe.each([
  ['docs/alert-policy.md', 'error'],
  ['docs/alert-policy.zh-CN.md', '错误'],
])('the guide %s', (path, severity) => {
  const guide = read(path)
  const [policy = ''] = [...guide.matchAll(/```json\n(\{\n[\s\S]*?)```/g)].map(([, json = '']) => json)

  test('shows a policy with the slip that it describes, and nothing else wrong', () => {
    expect(guide).toContain(`my-alerts.json:9:49 ${severity} alerts/unknown-name`)
    let issues: unknown
    try {
      parseAlertPolicy(policy)
    } catch (error) {
      issues = (error as { issues: unknown }).issues
    }
    expect(issues).toMatchObject([{ code: 'alerts/unknown-name', position: { line: 9, column: 49 } }])
    expect(lintAlertPolicy(policy.replace('team-leeder', 'team-leader'))).toEqual([])
  })

  test('names every key of the format', () => {
    const { properties } = JSON.parse(read('rubrics/schema/alert-policy.schema.json')) as { properties: object }
    const keys = new Set(keysOf(properties))
    expect(keys.size).toBeGreaterThan(40)
    // Languages are shown in a text, written without backticks of their own.
    const said: readonly string[] = guide.replace(/```[\s\S]*?```/g, '').match(/[A-Za-z$][A-Za-z-]*/g) ?? []
    expect([...keys].filter((key) => !said.includes(key))).toEqual([])
  })

  test('names every warning', () => {
    const source = read('src/issues/issue-code.ts')
    const [block = ''] = source.slice(source.indexOf('// Alerts: policies, warnings.') + 2).split(' // ')
    const codes = [...block.matchAll(/'(alerts\/[a-z-]+)'/g)].map(([, code = '']) => code)
    expect(codes.length).toBe(6)
    for (const code of codes) expect(guide).toContain(`\`${code}\``)
  })
})
