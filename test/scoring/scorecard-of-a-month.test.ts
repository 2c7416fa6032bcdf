import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileRubric, type Evaluation } from '../../src/scoring/index.js'

const root = new URL('../../', import.meta.url)
const scorer = compileRubric(readFileSync(new URL('rubrics/agent-scorecard.json', root), 'utf8'))
const [header = '', ...lines] = readFileSync(new URL('examples/data/calls-1999-08.csv', root), 'utf8')
  .trim()
  .split('\n')
const columns = header.trim().split(',')
const at = (name: string): number => columns.indexOf(name)

interface Measured {
  calls: number
  talkSeconds: number
  /** Talks of half a minute or more. */
  effective: number
  readonly days: Set<string>
}

/** What the file measures of each agent. */
const agents = new Map<string, Measured>()
for (const line of lines) {
  const cells = line.trim().split(',')
  const agent = cells[at('agent_id')] ?? ''
  if (cells[at('outcome')] !== 'agent' || agent === '') continue
  const measured = agents.get(agent) ?? { calls: 0, talkSeconds: 0, effective: 0, days: new Set() }
  const seconds = Number(cells[at('talk_seconds')])
  measured.calls++
  measured.talkSeconds += seconds
  if (seconds >= 30) measured.effective++
  measured.days.add((cells[at('started_at')] ?? '').slice(0, 10))
  agents.set(agent, measured)
}

const HOURS_A_DAY = 8

/** The file knows nothing of quality, cost and value. */
function evaluationOf(agent: string, { calls, talkSeconds, effective, days }: Measured): Evaluation {
  return {
    id: `scorecard-${agent}`,
    rubric: 'agent-scorecard',
    businessType: 'service',
    period: { from: '1999-08-01', through: '1999-08-31' },
    subject: { kind: 'agent', id: agent },
    ratings: { 'connect-rate': 'na', quality: 'na', cost: 'na', value: 'na' },
    facts: {
      'calls-per-day': calls / days.size,
      'talk-share': (100 * talkSeconds) / (days.size * HOURS_A_DAY * 3_600),
      'effective-calls': (100 * effective) / calls,
    },
  }
}

describe('the scorecard of the 31 agents of a real month', () => {
  it('scores every agent on what was measured and says what could not be decided', () => {
    expect(agents.size).toBe(31)
    for (const [agent, measured] of agents) {
      const score = scorer.score(evaluationOf(agent, measured))
      expect([score.status, score.undetermined, score.sections.quality]).toEqual(['scored', ['csat-floor'], null])
      expect(score.subject).toEqual({ kind: 'agent', id: agent })
    }
  })

  it('comes to what doubles come to, worked out apart from the rubric', () => {
    for (const [agent, measured] of agents) {
      const { facts = {} } = evaluationOf(agent, measured)
      const [calls = 0, talk = 0, effective = 0] = ['calls-per-day', 'talk-share', 'effective-calls'].map((id) =>
        Number(facts[id]),
      )
      const parts = [
        Math.min(1, calls / 150),
        talk >= 50 && talk <= 70 ? 1 : (talk >= 40 && talk < 50) || (talk > 70 && talk <= 80) ? 0.6 : 0,
        Math.min(1, Math.max(0, (effective - 30) / 30)),
      ]
      const expected = (100 * parts.reduce((sum, part) => sum + part, 0)) / 3
      expect(scorer.score(evaluationOf(agent, measured)).rawScore).toBeCloseTo(expected, 1)
    }
  })

  it('tells the busiest agents from the least busy', () => {
    const scores = [...agents].map(([agent, measured]) => ({
      calls: measured.calls / measured.days.size,
      score: scorer.score(evaluationOf(agent, measured)).score ?? 0,
    }))
    const sorted = scores.sort((a, b) => a.calls - b.calls).map(({ score }) => score)
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(sorted.slice(-10))).toBeGreaterThan(mean(sorted.slice(0, 10)))
  })
})
