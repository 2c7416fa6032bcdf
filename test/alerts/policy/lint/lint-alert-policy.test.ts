import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintAlertPolicy, parseAlertPolicy } from '../../../../src/alerts/index.js'
import { CallgradeError, formatPath, messageOf } from '../../../../src/issues/index.js'
import { type Changes, policyWith } from '../sound-policy.js'

function warningsAfter(change: Changes): readonly string[] {
  const text = JSON.stringify(policyWith(change), null, 2)
  const warnings = lintAlertPolicy(text)
  for (const issue of warnings) {
    expect(issue.severity).toBe('warning')
    const { line = 0, column = 0, offset = 0 } = issue.position ?? {}
    const before = text.slice(0, offset).split('\n')
    expect([line, column]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1])
    expect(messageOf(issue, 'en')).toMatch(/^.{20,}\.$/su)
    expect(messageOf(issue, 'zh-CN')).toMatch(/\p{Script=Han}{2}.*。$/su)
  }
  // The same of a value, without places.
  expect(lintAlertPolicy(policyWith(change)).map(({ code, path }) => [code, path])).toEqual(
    expect.arrayContaining(warnings.map(({ code, path }) => [code, path])),
  )
  return warnings.map(({ code, path }) => `${code} ${formatPath(path)}`)
}

/** Steps of the rule `repeat`, red before yellow. */
const steps = (red: object, yellow: object): Changes => ({
  'rules.1.groupBy': ['team', 'item'],
  'rules.1.steps': [
    { level: 'red', ...red },
    { level: 'yellow', ...yellow },
  ],
})
const SHADOWED = ['alerts/shadowed-step rules[1].steps[1].level']
const week = { window: { days: 7 } }
const month = { window: { days: 30 } }
const atLeast = (count: number) => ({ atLeast: count })
const percent = { rate: { above: { percent: 5 } } }

describe('a step is told to be shadowed where a graver one holds whenever it does:', () => {
  test.each<[string, object, object, readonly string[]]>([
    ['red asks for less in the same window', { ...week, count: atLeast(5) }, { ...week, count: atLeast(7) }, SHADOWED],
    ['red asks for as much', { ...week, count: atLeast(5) }, { ...week, count: atLeast(5) }, SHADOWED],
    ['red asks for more', { ...week, count: atLeast(7) }, { ...week, count: atLeast(5) }, []],
    ['red counts over a longer window', { ...month, count: atLeast(5) }, { ...week, count: atLeast(5) }, SHADOWED],
    ['red counts over a shorter window', { ...week, count: atLeast(5) }, { ...month, count: atLeast(5) }, []],
    ['red counts all there ever was', { count: atLeast(5) }, { ...month, count: atLeast(5) }, SHADOWED],
    ['yellow counts all there ever was', { ...month, count: atLeast(5) }, { count: atLeast(5) }, []],
    ['hours and days are not compared', { window: { hours: 240 }, count: atLeast(2) }, { ...week, count: atLeast(3) }, []],
    ['hours within hours', { window: { hours: 48 }, count: atLeast(2) }, { window: { hours: 24 }, count: atLeast(2) }, SHADOWED],
    ['any finding is red', { ...week, count: atLeast(1) }, { ...month, count: atLeast(9) }, SHADOWED],
    ['any finding is red, also before a rate', { ...week, count: atLeast(1) }, { ...month, ...percent }, SHADOWED],
    ['three agents are at least three findings', { ...week, count: atLeast(3) }, { ...week, agents: atLeast(3) }, SHADOWED],
    ['three findings may be of one agent', { ...week, agents: atLeast(3) }, { ...week, count: atLeast(3) }, []],
    ['red asks for two calls besides', { ...week, count: atLeast(3), calls: atLeast(2) }, { ...week, count: atLeast(5) }, []],
    ['both ask for two calls', { ...week, count: atLeast(3), calls: atLeast(2) }, { ...week, count: atLeast(5), calls: atLeast(2) }, SHADOWED],
    ['a count says nothing of a rate', { ...week, ...percent }, { ...week, count: atLeast(50) }, []],
    // Red tolerates fewer false alerts, so that it fires at a smaller probability.
    ['the same rate at fewer false alerts', { ...week, ...percent }, { ...week, ...percent }, []],
  ])('%s', (_, red, yellow, told) => {
    expect(warningsAfter(steps(red, yellow))).toEqual(told)
  }) // biome-ignore format: a table

  test('the same rate at as many false alerts', () => {
    const change = { ...steps({ ...week, ...percent }, { ...week, ...percent }), 'falseAlerts.red': 0.25 }
    expect(warningsAfter(change)).toEqual(SHADOWED)
  })

  test('it is the gravity that counts, not the order in the rule', () => {
    const change: Changes = {
      'rules.1.steps': [
        { level: 'yellow', ...week, count: atLeast(7) },
        { level: 'red', ...week, count: atLeast(5) },
      ],
    }
    expect(warningsAfter(change)).toEqual(['alerts/shadowed-step rules[1].steps[0].level'])
  })
})

describe('a step that can never hold is told:', () => {
  test.each<[string, Changes, string]>([
    ['two agents of one', { 'rules.1.steps.0.agents': atLeast(2) }, 'alerts/step-impossible rules[1].steps[0].agents'],
    ['two calls of one', { 'rules.0.steps.0.calls': atLeast(2) }, 'alerts/step-impossible rules[0].steps[0].calls'],
  ])('%s', (_, change, told) => {
    expect(warningsAfter(change)).toEqual([told])
  })

  test('one agent of one is no fault', () => {
    expect(warningsAfter({ 'rules.1.steps.0.agents': atLeast(1) })).toEqual([])
  })
})

describe('what nothing uses is told:', () => {
  test.each<[string, Changes, readonly string[]]>([
    ['a role', { 'roles.3': { id: 'it' } }, ['alerts/unused roles[3].id']],
    ['a role that a rule no longer tells', { 'rules.2.notify': [] }, ['alerts/unused roles[2].id']],
    ['an action', { 'rules.0.actions': undefined }, ['alerts/unused actions[0].id']],
    ['a kind from outside', { 'rules.1.kinds': ['item'] }, ['alerts/unused kinds[1].id']],
    ['a level', { 'levels.4': { id: 'white' } }, ['alerts/unused levels[4].id']],
    ['a fact', { 'facts.region': { type: 'string' } }, ['alerts/unused facts.region']],
    ['a fact with a note is kept on purpose', { 'facts.region': { type: 'string', note: 'For reports' } }, []],
    ['a fact that only the other side of a comparison names', { 'facts.limit': { type: 'number' }, 'rules.0.where.all.3': { fact: 'waited', operator: 'greaterThan', value: { fact: 'limit' } } }, []],
    ['false alerts of a level without a rate', { 'falseAlerts.blue': 1 }, ['alerts/unused falseAlerts.blue']],
  ])('%s', (_, change, told) => {
    expect(warningsAfter(change)).toEqual(told)
  }) // biome-ignore format: a table
})

test('a kind that fromScores does not give is told where a rule wants it', () => {
  expect(warningsAfter({ 'fromScores.0': undefined, fromScores: [{ kind: 'fault' }] })).toEqual([
    'alerts/never-found rules[1].kinds[0]',
    'alerts/never-found rules[2].kinds[0]',
    'alerts/never-found rules[3].kinds[0]',
  ])
})

describe('a graver level with more time than a less grave one is told:', () => {
  test.each<[string, Changes, readonly string[]]>([
    ['by the clock', { 'levels.1.duties.0.within': { hours: 49 } }, ['alerts/longer-term levels[1].duties[0].within']],
    ['minutes are compared with hours', { 'levels.0.duties.0.within': { minutes: 1_441 } }, ['alerts/longer-term levels[0].duties[0].within']],
    ['as much time is no fault', { 'levels.1.duties.0.within': { hours: 48 } }, []],
    ['a level is as fast as its fastest duty', { 'levels.1.duties.1.within': { hours: 72 } }, []],
    ['in working days', { 'levels.2.duties.0.within': { workingDays: 2 } }, ['alerts/longer-term levels[1].duties[1].within']],
    ['a level that is faster by the clock may take longer in working days', { 'levels.2.duties.1': { id: 'tell', doneBy: 'told', within: { workingDays: 2 }, assignTo: ['leader'] } }, []],
    ['working days and hours by the clock are not compared', { 'levels.2.duties.0.within': { workingHours: 1 } }, []],
  ])('%s', (_, change, told) => {
    expect(warningsAfter(change)).toEqual(told)
  }) // biome-ignore format: a table
})

describe('a text in one language is told where others are in both:', () => {
  const both = { 'zh-CN': '预警', en: 'Alerts' }
  const bilingual: Changes = {
    title: both,
    note: both,
    'roles.0.title': both,
    'facts.shift.note': both,
  }
  test.each<[string, Changes, readonly string[]]>([
    ['none', bilingual, []],
    ['a text without English', { ...bilingual, 'roles.0.title': { 'zh-CN': '班组长' } }, ['alerts/one-language roles[0].title']],
    ['a text without Chinese', { ...bilingual, 'facts.risk.description': { en: 'Risk' } }, ['alerts/one-language facts.risk.description']],
    ['a text that does not say its language', { ...bilingual, note: '备注' }, ['alerts/one-language note']],
    ['all in one language is a choice', { title: { 'zh-CN': '预警' } }, []],
  ])('%s', (_, change, told) => {
    expect(warningsAfter(change)).toEqual(told)
  }) // biome-ignore format: a table
})

test('the example of the format has false alerts for red, which no rate leads to', () => {
  const text = readFileSync(join(import.meta.dirname, '../../format-example.json'), 'utf8')
  expect(lintAlertPolicy(text)).toMatchObject([{ code: 'alerts/unused', path: ['falseAlerts', 'red'] }])
})

test('a faulty policy has no warnings but faults', () => {
  expect(() => lintAlertPolicy(policyWith({ timeZone: 'Asia/Peking' }))).toThrow(CallgradeError)
})

test('a policy that was read before is looked at as it is', () => {
  expect(lintAlertPolicy(parseAlertPolicy(policyWith({ 'roles.3': { id: 'it' } })))).toMatchObject([
    { code: 'alerts/unused', path: ['roles', 3, 'id'], received: '"it"', details: { kind: 'role' } },
  ])
})
