import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type AlertPolicy,
  classifyAlerts,
  compileRubric,
  type Evaluation,
  findingsFromScores,
  parseAlertPolicy,
  parseRubric,
  type Score,
  safeParseRubric,
} from '../../../src/index.js'
import { policyOf } from '../sound-policy.js'

const rubric = parseRubric({
  format: 'callgrade/rubric@1',
  id: 'care',
  version: '1',
  title: 'Care',
  families: [{ id: 'customer' }],
  tags: [{ id: 'pace' }, { id: 'words' }],
  scales: { five: { levels: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }] } },
  defaultScale: 'five',
  sections: [
    {
      id: 'all',
      items: [
        { id: 'greeting', tags: ['pace'], criticalError: { family: 'customer', atMost: 1 } },
        { id: 'closing', mayBeNotApplicable: true },
        {
          id: 'language',
          kind: 'deduction',
          base: 10,
          tags: ['words'],
          faults: [
            { id: 'filler', points: 1, tags: ['pace'] },
            { id: 'slang', points: 2 },
          ],
        },
      ],
    },
  ],
  vetoes: [{ id: 'abuse' }],
  result: {
    passMark: 80,
    bands: [
      { id: 'good', minimum: 80 },
      { id: 'basic', minimum: 0 },
    ],
  },
})
const scorer = compileRubric(rubric)

function score(id: string, more: Partial<Evaluation> = {}): Score {
  return scorer.score({
    id,
    rubric: 'care',
    callId: `call-${id}`,
    callAt: '2026-03-02T10:00:00+08:00',
    evaluatedAt: '2026-03-03T09:00:00+08:00',
    agentId: 'A07',
    teamId: 'T1',
    purpose: 'measure',
    ratings: { greeting: 5, closing: 5, language: [] },
    vetoes: [],
    ...more,
  })
}

const policy: AlertPolicy = parseAlertPolicy({
  ...policyOf({ groupBy: ['agent'], steps: [{ level: 'red', count: { atLeast: 1 } }] }),
  fromScores: [
    { kind: 'veto' },
    { kind: 'critical-error' },
    { kind: 'fault' },
    { kind: 'item', atMostPercent: 40 },
    { kind: 'band', bands: ['basic'] },
  ],
})

const bad = score('e1', {
  ratings: { greeting: 1, closing: 'na', language: [{ id: 'filler', count: 2 }, 'slang'] },
  vetoes: ['abuse'],
})

describe('findingsFromScores', () => {
  test('one finding a veto, critical family, item at or under the percent, occurrence of a fault, band', () => {
    const { findings, issues } = findingsFromScores([bad], policy)
    expect(issues).toEqual([])
    expect(findings.map(({ id }) => id)).toEqual([
      'e1/veto/abuse',
      'e1/critical-error/customer',
      'e1/fault/language.filler',
      'e1/fault/language.filler/2',
      'e1/fault/language.slang',
      // 1 of 5 is 20 %; language lost 4 of 10 and has 60 %.
      'e1/item/greeting',
      'e1/band/basic',
    ])
    expect(findings.find(({ kind }) => kind === 'item')).toEqual({
      id: 'e1/item/greeting',
      kind: 'item',
      occurredAt: '2026-03-02T10:00:00+08:00',
      foundAt: '2026-03-03T09:00:00+08:00',
      callId: 'call-e1',
      agentId: 'A07',
      teamId: 'T1',
      evaluationId: 'e1',
      rubric: 'care',
      item: 'greeting',
      percent: 20,
      purpose: 'measure',
    })
    expect(findings.find(({ id }) => id === 'e1/fault/language.slang')).toMatchObject({ item: 'language', percent: 60 })
  })

  test('exposures: one row for the call, one for every rated item, none for what does not apply', () => {
    const { exposures } = findingsFromScores([bad], policy)
    expect(exposures.map(({ item, rated, date, purpose }) => [item, rated, date, purpose])).toEqual([
      [undefined, 1, '2026-03-02', 'measure'],
      ['greeting', 1, '2026-03-02', 'measure'],
      ['language', 1, '2026-03-02', 'measure'],
    ])
  })

  test('dates are those of the policy: 22:00 in UTC is the next day in Shanghai', () => {
    const late = score('e2', { callAt: '2026-03-02T22:00:00Z' })
    expect(findingsFromScores([late], policy).exposures[0]?.date).toBe('2026-03-03')
  })

  test('of two scores of one call only the one evaluated last counts, in whatever order they come', () => {
    const again = score('e9', { callId: 'call-e1', evaluatedAt: '2026-03-04T09:00:00+08:00' })
    for (const scores of [
      [bad, again],
      [again, bad],
    ]) {
      const { findings, exposures } = findingsFromScores(scores, policy)
      expect(findings).toEqual([])
      expect(new Set(exposures.map(({ evaluationId }) => evaluationId))).toEqual(new Set(['e9']))
    }
  })

  test('tags are those of the rubric, of an item and of its fault together', () => {
    const { findings } = findingsFromScores([bad], policy, { rubrics: [rubric] })
    const tagsOf = (id: string) => findings.find((finding) => finding.id === id)?.tags
    expect(tagsOf('e1/item/greeting')).toEqual(['pace'])
    expect(tagsOf('e1/fault/language.filler')).toEqual(['words', 'pace'])
    expect(tagsOf('e1/fault/language.slang')).toEqual(['words'])
    expect(findingsFromScores([bad], policy).findings.every(({ tags }) => tags === undefined)).toBe(true)
    const { issues } = findingsFromScores([bad], policy, { rubrics: [parseRubric({ ...rubric, version: '2' })] })
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['alerts/unknown-rubric', 'warning']])
  })

  test("facts that a score does not hold, such as the shift, are the caller's, on findings and exposures alike", () => {
    const factsOf = ({ callAt = '' }: Score) => ({ shift: callAt.includes('T10') ? 'morning' : 'late' })
    const { findings, exposures } = findingsFromScores([bad], policy, { factsOf })
    for (const record of [...findings, ...exposures]) expect(record.facts).toEqual({ shift: 'morning' })
  })

  test('without evaluatedAt it was found when it occurred; without purpose it is a measure', () => {
    const { evaluatedAt: _, purpose: __, ...rest } = bad
    const [finding] = findingsFromScores([rest], policy).findings
    expect(finding).toMatchObject({ foundAt: '2026-03-02T10:00:00+08:00', purpose: 'measure' })
  })

  test('a scorecard of a period occurred on its last day', () => {
    const { callAt: _, callId: __, ...rest } = bad
    const card: Score = { ...rest, period: { from: '2026-02-01', through: '2026-02-28' } }
    expect(findingsFromScores([card], policy).findings[0]?.occurredAt).toBe('2026-02-28T00:00:00+08:00')
  })

  test('what cannot be placed in time is told with its place, the others count', () => {
    const { callAt: _, ...timeless } = score('e3')
    const early = { ...score('e4'), evaluatedAt: '2026-03-01T09:00:00+08:00' }
    const { issues, findings } = findingsFromScores([timeless, early, bad], policy)
    expect(issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'alerts/score-without-time scores.0.callAt',
      'alerts/found-too-early scores.1.evaluatedAt',
    ])
    expect(findings.length).toBeGreaterThan(0)
  })

  test('a count without end makes no findings without end', () => {
    const flood = score('e5', {
      ratings: { greeting: 5, closing: 5, language: [{ id: 'filler', count: 1_000_000_000 }] },
    })
    expect(findingsFromScores([flood], policy).findings.filter(({ kind }) => kind === 'fault')).toHaveLength(100)
  })

  test('failed scores give nothing, and real evaluations by the ready rubric all do', () => {
    const root = join(import.meta.dirname, '../../..')
    const sales = safeParseRubric(readFileSync(join(root, 'rubrics/outbound-sales.json'), 'utf8'))
    if (!sales.success) throw new Error('unsound')
    const ready = compileRubric(sales.data)
    const outcomes = readFileSync(join(root, 'examples/data/outbound-sales-evaluations.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const result = ready.safeScore(line)
        return result.success ? [result.data] : []
      })
    const failed = { index: 0, error: { code: 'evaluation/unanswered', issues: [] } } as never
    const { exposures, issues } = findingsFromScores([failed, ...outcomes], policy)
    expect(issues).toEqual([])
    expect(exposures.filter(({ item }) => item === undefined)).toHaveLength(outcomes.length)
  })
})

describe('from scores to alerts and back', () => {
  test('a rescored evaluation in a later run withdraws what its first score raised', () => {
    const run = (scores: readonly Score[], asOf: string, previous?: ReturnType<typeof classifyAlerts>) =>
      classifyAlerts({ ...withoutIssues(scores), ...(previous && { previous }) }, policy, { asOf })
    const withoutIssues = (scores: readonly Score[]) => {
      const { findings, exposures } = findingsFromScores(scores, policy)
      return { findings, exposures }
    }
    const first = run([bad], '2026-03-03T10:00:00+08:00')
    expect(first.alerts.map(({ level, state }) => [level, state])).toEqual([['red', 'open']])
    const rescored = score('e1', { evaluatedAt: '2026-03-05T09:00:00+08:00' })
    const second = run([rescored], '2026-03-06T10:00:00+08:00', first)
    expect(second.alerts.map(({ level, state, endedAt }) => [level, state, endedAt])).toEqual([
      ['red', 'withdrawn', '2026-03-05T01:00:00.000Z'],
    ])
    // The same as one run over both, each as it was delivered.
    const both = {
      findings: withoutIssues([bad]).findings,
      exposures: [...withoutIssues([bad]).exposures, ...withoutIssues([rescored]).exposures],
    }
    expect(classifyAlerts(both, policy, { asOf: '2026-03-06T10:00:00+08:00' }).alerts).toEqual(second.alerts)
  })
})
