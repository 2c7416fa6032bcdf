// What a consumer writes; checked by several compilers, as an ES module, as CommonJS and for a bundler.
import { CallgradeError, compileRubric, isCallgradeError, messageOf, type Rubric, type Scorer } from 'callgrade'
import { compileCondition } from 'callgrade/conditions'
import { createEngine } from 'callgrade/engine'
import type { Issue } from 'callgrade/issues'
import { parseRubric, rubricStandardSchema } from 'callgrade/rubric'
import { compileRubric as compileRubricOfScoring, type Score } from 'callgrade/scoring'

export const rubric: Rubric = parseRubric('{}')
export const scorer: Scorer = compileRubric(rubric)
export const fromText: Scorer = compileRubricOfScoring('{}')
export const score: Score = scorer.score({ id: 'e1', rubric: 'tiny', ratings: { a1: 4 } })

/** The ids of a rubric that is written in place reach its scores. */
export const { items, vetoes, band } = compileRubric({
  format: 'callgrade/rubric@1',
  id: 'tiny',
  version: '1',
  title: 'Tiny',
  sections: [{ id: 's', items: [{ id: 'solved', kind: 'yes-no' }] }],
  vetoes: [{ id: 'abuse' }],
  result: { passMark: 80, bands: [{ id: 'good', minimum: 0 }] },
}).score({ id: 'e1', rubric: 'tiny', ratings: { solved: true }, vetoes: [] })
export const solved: number | null = items.solved
export const fired: readonly 'abuse'[] = vetoes
export const level: 'good' | null = band
export const points: number = score.status === 'scored' ? score.score : 0

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

/** What tRPC, Hono, TanStack Form and React Hook Form take, as https://standardschema.dev declares it. */
interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}
type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] | undefined }[] }

export async function validate<Output>(schema: StandardSchemaV1<unknown, Output>, value: unknown): Promise<Output> {
  const result = await schema['~standard'].validate(value)
  if (result.issues) throw new Error(result.issues.map(({ message }) => message).join('\n'))
  return result.value
}
export const validated: Promise<Rubric> = validate(rubricStandardSchema, {})
export const asSpecified: StandardSchemaV1<Rubric> = rubricStandardSchema
