// Side by side in one run, interleaved, medians and ratios: npm run bench
// Machines differ; ratios hold.
import { performance } from 'node:perf_hooks'
import type { Condition } from 'callgrade'
import { compileCondition, compileRubric, resolveFactPath } from 'callgrade'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { asRules, benchEvaluations, benchRubric } from './form.js'
import { handWrittenScore } from './hand-written.js'

const ROUNDS = 15
const evaluations = benchEvaluations(2_000)

interface Contender {
  readonly name: string
  /** Works through `count` units. */
  readonly run: () => number | Promise<number>
}

/** Runs contenders in turn, round after round, so that a busy moment hits all of them; the median speaks. */
async function compare(title: string, contenders: readonly Contender[]): Promise<void> {
  const times = contenders.map((): number[] => [])
  for (let round = 0; round < ROUNDS + 2; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const start = performance.now()
      const count = await run()
      // Two rounds to warm up.
      if (round >= 2) times[index]?.push(((performance.now() - start) * 1000) / count)
    }
  }
  const medians = times.map((list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0)
  const [first = 0] = medians
  console.log(`\n${title}`)
  for (const [index, { name }] of contenders.entries()) {
    const median = medians[index] ?? 0
    console.log(
      `  ${name.padEnd(44)} ${median.toFixed(3).padStart(10)} us   ${(median / first).toFixed(2).padStart(9)} x`,
    )
  }
}

function each(list: readonly unknown[], work: (index: number) => unknown): () => number {
  return () => {
    let kept: unknown
    for (let index = 0; index < list.length; index++) kept = work(index)
    if (kept === undefined) throw new Error('nothing was worked out')
    return list.length
  }
}

const scorer = compileRubric(benchRubric('bench'))
const others = [1, 2, 3, 4].map((number) => compileRubric(benchRubric(`bench-${number}`, number)))
const otherEvaluations = others.map((_, number) =>
  evaluations.map((evaluation) => ({ ...evaluation, rubric: `bench-${number + 1}` })),
)

let wrong = 0
for (const evaluation of evaluations) {
  const exact = scorer.score(evaluation)
  if (handWrittenScore(evaluation).score !== exact.score) wrong++
}

const ruleEngine = (evaluation: (typeof evaluations)[number]): Promise<unknown> =>
  new Engine(asRules(), { pathResolver: resolveFactPath }).run({
    ratings: evaluation.ratings,
    vetoes: evaluation.vetoes,
  })

await compare(`Scoring a 20-item rubric (${wrong} of ${evaluations.length} hand-written results are wrong)`, [
  {
    name: 'hand-written, validates the same',
    run: each(evaluations, (index) => handWrittenScore(evaluations[index] as never)),
  },
  { name: 'callgrade score', run: each(evaluations, (index) => scorer.score(evaluations[index] as never)) },
  {
    name: 'callgrade score, five rubrics in the process',
    run: () => {
      let count = 0
      for (let index = 0; index < 400; index++) {
        scorer.score(evaluations[index] as never)
        others.forEach((other, number) => other.score(otherEvaluations[number]?.[index] as never))
        count += 5
      }
      return count
    },
  },
  {
    name: 'callgrade explain',
    run: each(evaluations.slice(0, 200), (index) => scorer.explain(evaluations[index] as never)),
  },
  {
    name: 'json-rules-engine, the rubric as rules',
    run: async () => {
      for (const evaluation of evaluations.slice(0, 10)) await ruleEngine(evaluation)
      return 10
    },
  },
])

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
const facts = Array.from({ length: 1_000 }, (_, index) => ({
  wait: index % 100,
  csat: (index * 7) % 101,
  segment: index % 3 ? 'regular' : 'priority',
}))
for (const count of [1, 30]) {
  const compiled = conditions.slice(0, count).map((condition) => compileCondition(condition, scope))
  const rules = conditions.slice(0, count).map(
    (condition, index): RuleProperties => ({
      conditions: condition as RuleProperties['conditions'],
      event: { type: `r${index}` },
    }),
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
      name: 'json-rules-engine',
      run: async () => {
        const engine = new Engine(rules, { pathResolver: resolveFactPath })
        for (const values of facts.slice(0, 30)) await engine.run(values)
        return 30
      },
    },
  ])
}
