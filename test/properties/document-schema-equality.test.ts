import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { rubricJsonSchema, safeParseRubric } from '../../src/rubric/index.js'
import { rubricSchema } from '../../src/rubric/schema/rubric-schema.js'
import { evaluationSchema } from '../../src/scoring/evaluation/evaluation-schema.js'
import { evaluationJsonSchema } from '../../src/scoring/index.js'
import { randomEvaluation, randomRubric } from '../reference/random-rubric.js'
import { runs } from '../support/runs.js'
import { mutatedValue, pick } from './document-mutations.js'

/** Documents per test; more by hand with CALLGRADE_FUZZ. */
const RUNS = runs('CALLGRADE_FUZZ', 250)

const rubricsFolder = join(import.meta.dirname, '../../rubrics')
const readJson = (path: string) =>
  JSON.parse(readFileSync(join(rubricsFolder, path), 'utf8')) as Record<string, unknown>
const readyRubrics = ['complaint-handling', 'conversation-quality', 'outbound-sales'].map((id) =>
  readJson(`${id}.json`),
)

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
const rubricValidator = ajv.compile(rubricJsonSchema())
const evaluationValidator = ajv.compile(evaluationJsonSchema())

/** Says where the two schemas part, with the document, so that a failure can be read. */
function expectSameAnswer(document: unknown, schema: z.ZodMiniType, validator: ValidateFunction): boolean {
  const { success, error } = schema.safeParse(document)
  if (validator(document) !== success) {
    const reason = JSON.stringify(success ? validator.errors : error?.issues)
    throw new Error(
      `only ${success ? 'zod' : 'the JSON Schema'} takes it; the other: ${reason}\n${JSON.stringify(document)}`,
    )
  }
  return success
}

describe('the published JSON Schema of rubrics', () => {
  test('is the one on disk', () => {
    expect(readJson('schema/rubric.schema.json')).toEqual(rubricJsonSchema())
  })

  test.each(readyRubrics.map((rubric) => [String(rubric.id), rubric] as const))(
    'takes the ready rubric %s',
    (_id, rubric) => {
      expect(rubricValidator(rubric), JSON.stringify(rubricValidator.errors)).toBe(true)
      expect(rubricSchema().safeParse(rubric).success).toBe(true)
      expect(safeParseRubric(rubric).issues).toBeUndefined()
    },
  )

  test('takes every random rubric that the reader takes', () => {
    const random = seedrandom('schema-rubric')
    for (let run = 0; run < RUNS / 10; run++) {
      const rubric = randomRubric(random)
      expect(safeParseRubric({ ...rubric }).issues).toBeUndefined()
      expect(rubricValidator(rubric), JSON.stringify(rubricValidator.errors)).toBe(true)
    }
  })

  test('takes exactly what the schema of the reader takes, and what neither takes the reader refuses with a path', () => {
    const random = seedrandom('schema-rubric-mutations')
    let refused = 0
    let sound: Record<string, unknown> = {}
    for (let run = 0; run < RUNS; run++) {
      if (run % 4 === 0) sound = random() < 0.05 ? pick(random, readyRubrics) : { ...randomRubric(random) }
      const rubric = mutatedValue(random, sound)
      // Schemas do not see this key alike; the reader refuses it everywhere.
      const isForbidden = JSON.stringify(rubric).includes('"__proto__":')
      if (!isForbidden && expectSameAnswer(rubric, rubricSchema(), rubricValidator)) continue
      refused++
      const issues = safeParseRubric(rubric).issues ?? []
      if (!issues.some(({ path }) => path.length > 0))
        throw new Error(`no issue with a path: ${JSON.stringify(rubric)}`)
    }
    // Else the mutations would not say much.
    expect(refused).toBeGreaterThan(RUNS / 3)
    expect(refused).toBeLessThan(RUNS)
  })
})

describe('the published JSON Schema of evaluations', () => {
  test('is the one on disk', () => {
    expect(readJson('schema/evaluation.schema.json')).toEqual(evaluationJsonSchema())
  })

  test('takes exactly what the schema of the scorer takes', () => {
    const random = seedrandom('schema-evaluation')
    let refused = 0
    for (let run = 0; run < RUNS / 4; run++) {
      const evaluation = randomEvaluation(random, randomRubric(random))
      expect(evaluationValidator(evaluation), JSON.stringify(evaluationValidator.errors)).toBe(true)
      expect(evaluationSchema().safeParse(evaluation).success).toBe(true)
      for (let mutation = 0; mutation < 8; mutation++) {
        const mutated = mutatedValue(random, evaluation)
        if (JSON.stringify(mutated).includes('"__proto__":')) continue
        if (!expectSameAnswer(mutated, evaluationSchema(), evaluationValidator)) refused++
      }
    }
    expect(refused).toBeGreaterThan(RUNS / 2)
    expect(refused).toBeLessThan(RUNS * 2)
  })
})

describe('every field of the published schemas', () => {
  type Schema = { readonly [key: string]: unknown }

  /** Each property with the words under which an editor shows it. */
  function fieldsOf(schema: Schema, root: Schema, path = '', fields: [string, unknown][] = []): [string, unknown][] {
    for (const [key, part] of Object.entries(schema)) {
      if (typeof part !== 'object' || part === null) continue
      if (key === 'properties')
        for (const [name, field] of Object.entries(part as Record<string, Schema>)) {
          const ref = typeof field.$ref === 'string' ? field.$ref.replace('#/$defs/', '') : undefined
          const target = ref === undefined ? undefined : (root.$defs as Record<string, Schema>)[ref]
          fields.push([`${path}.${name}`, field.description ?? target?.description])
        }
      fieldsOf(part as Schema, root, `${path}.${key}`, fields)
    }
    return fields
  }

  test.each([
    ['rubric', rubricJsonSchema()],
    ['evaluation', evaluationJsonSchema()],
  ])('of a %s is described in Chinese and English', (_name, schema) => {
    const fields = fieldsOf(schema, schema)
    expect(fields.length).toBeGreaterThan(20)
    const undescribed = fields.filter(
      ([, description]) =>
        typeof description !== 'string' || !/\p{Script=Han}/u.test(description) || !/[A-Za-z]{3}/.test(description),
    )
    expect(undescribed).toEqual([])
  })
})
