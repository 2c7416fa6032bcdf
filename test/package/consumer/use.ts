// What a consumer writes; checked by several compilers, as an ES module, as CommonJS and for a bundler.
import { CallgradeError, compileRubric, isCallgradeError, messageOf, type Rubric, type Scorer } from 'callgrade'
import { compileCondition } from 'callgrade/conditions'
import { createEngine } from 'callgrade/engine'
import type { Issue } from 'callgrade/issues'
import { parseRubric } from 'callgrade/rubric'
import { compileRubric as compileRubricOfScoring, type Score } from 'callgrade/scoring'

export const rubric: Rubric = parseRubric('{}')
export const scorer: Scorer = compileRubric(rubric)
export const fromText: Scorer = compileRubricOfScoring('{}')
export const score: Score = scorer.score({ id: 'e1', rubric: 'tiny', ratings: { a1: 4 } })
export const engine = createEngine(rubric)

export const isLong: boolean | undefined = compileCondition(
  { all: [{ fact: 'talkSeconds', operator: 'greaterThan', value: 600 }] },
  { facts: { talkSeconds: { type: 'number' } } },
).test({ talkSeconds: 601 })

export function tell(error: unknown): readonly string[] {
  if (!isCallgradeError(error)) throw error
  const issues: readonly Issue[] = error.issues
  return issues.map((issue) => messageOf(issue, 'en'))
}

// @ts-expect-error the types are really there: a language that does not exist is refused
export const wrong: string = messageOf(new CallgradeError('a', []).issues[0] as Issue, 'fr')
