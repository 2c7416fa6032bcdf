// Run unchanged on every runtime: all of them must print the same line.
import { compileRubric, isCallgradeError, messageOf } from 'callgrade'
import { compileCondition } from 'callgrade/conditions'
import { CallgradeError } from 'callgrade/issues'
import { parseRubric } from 'callgrade/rubric'
import { compileRubric as compileRubricOfScoring } from 'callgrade/scoring'

const levels = [1, 2, 3, 4, 5].map((value) => ({ value }))
const rubric = {
  format: 'callgrade/rubric@1',
  id: 'tiny',
  version: '1',
  title: 'Tiny',
  timeZone: 'Asia/Shanghai',
  effective: { from: '2026-01-01', through: '2026-12-31' },
  scales: { five: { levels } },
  defaultScale: 'five',
  facts: { csat: { type: 'number' } },
  sections: [
    {
      id: 'a',
      weight: 20,
      items: [
        { id: 'a1', weight: 2 },
        { id: 'a2', weight: 1, mayBeNotApplicable: true },
      ],
    },
    { id: 'b', weight: 80, items: [{ id: 'b1' }] },
  ],
  gates: [
    {
      id: 'csat-floor',
      when: { all: [{ fact: 'csat', operator: 'lessThan', value: 80 }] },
      effects: [{ kind: 'cap', maximum: 59 }],
    },
  ],
  result: { passMark: 60 },
}
const evaluation = {
  id: 'e1',
  rubric: 'tiny',
  // Still 2025 in UTC, so that only a runtime with the zone's rules dates it inside `effective`.
  callAt: '2025-12-31T16:30:00Z',
  ratings: { a1: 4, a2: 'na', b1: 3 },
  facts: { csat: 75 },
}

const scorer = compileRubric(JSON.stringify(rubric))
const { rawScore, score, sections, gates, date } = scorer.score(evaluation)

let fault
try {
  parseRubric(`{ "format": "callgrade/rubric@1",\n  "id": }`)
} catch (error) {
  if (!isCallgradeError(error)) throw error
  const [first] = error.issues
  fault = { code: first.code, position: first.position, isOwnClass: error instanceof CallgradeError }
  fault.isTold = messageOf(first, 'zh-CN') !== messageOf(first, 'en')
}

const isLong = compileCondition(
  { any: [{ fact: 'talkSeconds', operator: 'greaterThan', value: 600 }] },
  { facts: { talkSeconds: { type: 'number' } } },
)

console.log(
  JSON.stringify({
    rawScore,
    score,
    sections,
    gates,
    date,
    fault,
    long: isLong.test({ talkSeconds: 601 }),
    isOneCopy: compileRubric === compileRubricOfScoring,
  }),
)
