import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type AlertPolicy, lintAlertPolicy, parseAlertPolicy, safeParseAlertPolicy } from '../../../src/alerts/index.js'
import { formatPath, type Issue, isCallgradeError, messageOf } from '../../../src/issues/index.js'
import { messages } from '../../../src/issues/messages/en.js'
import { FAULTS } from './faults.js'
import { policyWith } from './sound-policy.js'

/** What is told of a document that has to be refused. */
function issuesOf(input: unknown): readonly Issue[] {
  // Faulty on purpose, so that no type fits.
  const result = safeParseAlertPolicy(input as AlertPolicy | string)
  if (result.success) throw new Error('the policy was not refused')
  return result.issues
}

const told = (issues: readonly Issue[]) => issues.map(({ code, path }) => `${code} ${formatPath(path)}`)

describe('parseAlertPolicy', () => {
  test('a sound policy is given back as written, frozen, and not read twice', () => {
    const policy = parseAlertPolicy(JSON.stringify(policyWith()))
    expect(policy).toEqual(policyWith())
    expect(Object.isFrozen(policy.rules[0]?.steps)).toBe(true)
    expect(parseAlertPolicy(policy)).toBe(policy)
  })

  test('a policy needs no more than a level and a rule', () => {
    const policy = {
      format: 'callgrade/alert-policy@1',
      id: 'p',
      version: '1',
      title: 'P',
      levels: [{ id: 'red' }],
      rules: [{ id: 'r', kinds: ['veto'], groupBy: ['call'], steps: [{ level: 'red', count: { atLeast: 1 } }] }],
    }
    expect(parseAlertPolicy(policy)).toEqual(policy)
  })

  test('the example of the format is JSON as it stands, and reads without a fault', () => {
    const text = readFileSync(join(import.meta.dirname, '../format-example.json'), 'utf8')
    expect(safeParseAlertPolicy(text).issues).toBeUndefined()
    expect(parseAlertPolicy(text)).toEqual(JSON.parse(text))
  })

  test.each([
    ['a duty waits for the verification', { 'levels.0.duties.0.doneBy': 'verified' }],
    ['two levels have duties done by one event', { 'levels.2.duties.0.doneBy': 'cause-reported' }],
    ['a reminder in a term of working days has no length to be compared with', { 'levels.1.duties.1.remind': [{ beforeDue: { hours: 200 } }] }],
    ['two roles are told at one time', { 'levels.0.duties.0.escalate.1': { afterDue: { hours: 0 }, to: 'training' } }],
    ['agents of a team are compared with each other', { 'rules.2.groupBy': ['team', 'agent'], 'rules.2.steps.0.rate.adjustFor': ['team'] }],
    ['all of 100 % is to be closed', { 'closure.comparison': undefined, 'closure.targetPercent': 100 }],
    ['alerts are closed by their own end', { 'closure.doneAt': 'closed' }],
    ['an alert is closed by what a duty is done by', { 'closure.doneAt': 'remedied' }],
    ['a fact is a label', { 'rules.1.groupBy': ['risk', 'waited'] }],
  ])('is sound where %s', (_, change) => {
    expect(safeParseAlertPolicy(policyWith(change)).issues).toBeUndefined()
  }) // biome-ignore format: a table

  test('faults are thrown together', () => {
    let thrown: unknown
    try {
      parseAlertPolicy(policyWith({ timeZone: 'Asia/Peking', 'closure.months': 0 }))
    } catch (error) {
      thrown = error
    }
    expect(isCallgradeError(thrown) && told(thrown.issues)).toEqual([
      'document/range closure.months',
      'document/time-zone timeZone',
    ])
  })

  test('what a left-out part declared is no second fault', () => {
    const change = {
      'roles.2': { id: 'training', titel: 5 },
      'kinds.1': { id: 'outdated-script', title: 5 },
      'levels.2.duties': 'none',
    }
    expect(told(issuesOf(policyWith(change))).sort()).toEqual([
      'document/type kinds[1].title',
      'document/type levels[2].duties',
      'document/type roles[2].title',
      'document/unknown-key roles[2].titel',
    ])
  })
})

describe.each(Object.entries(FAULTS))('%s', (_about, faults) => {
  test.each(faults.map((fault) => [fault.when, fault] as const))('%s', (_when, { change, told: all, ...more }) => {
    const value = policyWith(change)
    const issues = issuesOf(value)
    expect(told(issues)).toEqual(all)
    if (more.suggestion !== undefined) expect(issues[0]?.suggestion).toBe(more.suggestion)
    if (more.details !== undefined) expect(issues[0]?.details).toMatchObject(more.details)

    // The same in a text, with places in it.
    const text = JSON.stringify(value, null, 2)
    const placed = issuesOf(text)
    expect(told(placed).sort()).toEqual([...all].sort())
    for (const { path, position } of placed) {
      if (!position) throw new Error('no position')
      const before = text.slice(0, position.offset).split('\n')
      expect(position.line).toBe(before.length)
      expect(position.column).toBe((before.at(-1)?.length ?? 0) + 1)
      expect(text[position.offset]).toMatch(/[^\s,:}\]]/)
      expect(path.length).toBeGreaterThan(0)
    }

    // And in words that people can act on.
    for (const issue of [...issues, ...placed]) {
      expect(issue.severity).toBe('error')
      expect(messageOf(issue, 'en')).toMatch(/^.{20,}\.$/su)
      expect(messageOf(issue, 'zh-CN')).toMatch(/\p{Script=Han}{2}.*。$/su)
      for (const language of ['en', 'zh-CN'] as const)
        expect(messageOf(issue, language)).not.toMatch(/undefined|\[object|NaN|\bnull\b/)
    }
  })
})

test('every code of policies has a fault or a warning that is told with it', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../src/issues/issue-code.ts'), 'utf8')
  const [, block = ''] = /\/\/ Alerts: policies\.([\s\S]*?)\/\/ Alerts: policies, warnings\./.exec(source) ?? []
  const codes = [...block.matchAll(/'(alerts\/[a-z-]+)'/g)].map(([, code = '']) => code)
  expect(codes.length).toBeGreaterThan(15)
  const covered = new Set(
    Object.values(FAULTS)
      .flat()
      .flatMap(({ told: all }) => all.map((line) => line.split(' ')[0])),
  )
  expect(codes.filter((code) => !covered.has(code))).toEqual([])
  for (const code of codes) expect(Object.hasOwn(messages.sentences, code)).toBe(true)
})

test('the sound policy has no warning', () => {
  expect(lintAlertPolicy(policyWith())).toEqual([])
})
