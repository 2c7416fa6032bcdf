// Scores a JSONL file line by line in constant memory and sums up per agent; a bad line does not stop the others.
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { compileRubric, isFailedScore, messageOf, scoreAll } from 'callgrade'
import { figuresOf, mergeSummaries, summaryBuilder } from 'callgrade/scoring'

const root = join(import.meta.dirname, '..')
const scorer = compileRubric(readFileSync(join(root, 'rubrics/outbound-sales.json'), 'utf8'))

async function* evaluations(): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(join(root, 'examples/data/outbound-sales-evaluations.jsonl')) })
  // One more, cut off in the middle, to show what happens to it.
  yield '{"id": "os-2026-013", "rubric": "outbound-sales", "ratings": {"identity": 4'
}

const perAgent = summaryBuilder('agentId')
const perMonth = [summaryBuilder(['businessType', 'month']), summaryBuilder(['businessType', 'month'])] as const
let position = 0
for await (const outcome of scoreAll(scorer, evaluations())) {
  perAgent.add(outcome)
  // As if two machines had each scored a part.
  perMonth[position++ < 6 ? 0 : 1].add(outcome)
  if (isFailedScore(outcome))
    for (const issue of outcome.error.issues)
      console.log(`${outcome.evaluationId ?? `line ${outcome.index + 1}`}: ${messageOf(issue, 'en')}`)
}

const { groups, failed } = perAgent.finish()
console.log(`${failed} could not be scored`)
for (const group of groups) {
  const { mean = 0, meanRawScore = 0, passRate = 0 } = figuresOf(group)
  const rate = `${(passRate * 100).toFixed(0)} %`
  console.log(`${group.key.agentId}: ${group.evaluations} calls, mean ${mean}, raw ${meanRawScore}, passed ${rate}`)
}

// Summaries are plain data and merge to the same figures whatever the split.
for (const group of mergeSummaries(...perMonth.map((part) => part.finish())).groups)
  console.log(Object.values(group.key).join(' '), group.evaluations, 'calls, bands', group.bands)
