// Conditions side by side: npm run bench -- conditions
import type { Condition } from 'callgrade/conditions'
import { compileCondition, resolveFactPath } from 'callgrade/conditions'
import { LogicEngine } from 'json-logic-engine'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { compare, each } from './compare.js'

const scope = { facts: { wait: { type: 'number' }, csat: { type: 'number' }, segment: { type: 'string' } } } as const
const conditions = Array.from(
  { length: 30 },
  (_, index): Condition => ({
    all: [
      { fact: 'wait', operator: 'greaterThan', value: index * 3 },
      { fact: 'csat', operator: 'lessThanInclusive', value: 100 - index },
      { fact: 'segment', operator: 'in', value: ['priority', 'regular'] },
    ],
  }),
)
interface BenchFacts {
  readonly wait: number
  readonly csat: number
  readonly segment: string
}
const facts = Array.from(
  { length: 1_000 },
  (_, index): BenchFacts => ({
    wait: index % 100,
    csat: (index * 7) % 101,
    segment: index % 3 ? 'regular' : 'priority',
  }),
)

for (const count of [1, 30]) {
  const compiled = conditions.slice(0, count).map((condition) => compileCondition(condition, scope))
  const rules = conditions.slice(0, count).map(
    (condition, index): RuleProperties => ({
      conditions: condition as RuleProperties['conditions'],
      event: { type: `r${index}` },
    }),
  )
  const logic = new LogicEngine()
  const logics = Array.from({ length: count }, (_, index) =>
    logic.build({
      and: [
        { '>': [{ var: 'wait' }, index * 3] },
        { '<=': [{ var: 'csat' }, 100 - index] },
        { in: [{ var: 'segment' }, ['priority', 'regular']] },
      ],
    }),
  )
  const byHand = Array.from(
    { length: count },
    (_, index) =>
      ({ wait, csat, segment }: BenchFacts): boolean =>
        wait > index * 3 && csat <= 100 - index && (segment === 'priority' || segment === 'regular'),
  )
  await compare(`${count} rule${count > 1 ? 's' : ''} of 3 conditions`, [
    {
      name: 'callgrade conditions',
      run: each(facts, (index) => {
        let fired = 0
        for (const condition of compiled) if (condition.test(facts[index] as never)) fired++
        return fired
      }),
    },
    {
      name: 'hand-written closures',
      run: each(facts, (index) => {
        let fired = 0
        for (const rule of byHand) if (rule(facts[index] as BenchFacts)) fired++
        return fired
      }),
    },
    {
      name: 'json-logic-engine, built',
      run: each(facts, (index) => {
        let fired = 0
        for (const rule of logics) if ((rule as (data: unknown) => unknown)(facts[index])) fired++
        return fired
      }),
    },
    {
      name: 'json-rules-engine',
      run: async () => {
        const engine = new Engine(rules, { pathResolver: resolveFactPath })
        for (const values of facts.slice(0, 30)) await engine.run(values)
        return 30
      },
    },
  ])
}
