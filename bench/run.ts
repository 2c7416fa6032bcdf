// Side by side in one run, interleaved, medians and ratios: npm run bench
// Machines differ; ratios hold.
import { compileRubric } from 'callgrade'
import { resolveFactPath } from 'callgrade/conditions'
import { Engine } from 'json-rules-engine'
import { compare, each } from './compare.js'
import { asRules, benchEvaluations, benchRubric } from './form.js'
import { handWrittenScore } from './hand-written.js'

const evaluations = benchEvaluations(2_000)

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
