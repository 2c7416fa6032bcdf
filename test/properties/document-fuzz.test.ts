import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import seedrandom from 'seedrandom'
import { expect, test } from 'vitest'
import { messageOf } from '../../src/issues/index.js'
import { parseRubric, safeParseRubric } from '../../src/rubric/index.js'
import { randomRubric } from '../reference/random-rubric.js'
import { mutatedText, mutatedValue, pick } from './document-mutations.js'

/** Documents per test; more by hand with CALLGRADE_FUZZ. */
const RUNS = Number(process.env.CALLGRADE_FUZZ ?? 1_000)
const TIMEOUT_MILLISECONDS = 600_000 + RUNS * 100
/** However bad a document is, reading it ends within this time. */
const PATIENCE_MILLISECONDS = 10_000

const ready = ['complaint-handling', 'conversation-quality', 'outbound-sales'].map((id) =>
  readFileSync(join(import.meta.dirname, `../../rubrics/${id}.json`), 'utf8'),
)

function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

/** Reads a document and holds what every reading has to keep to; true where it was accepted. */
function read(input: string | Record<string, unknown>): boolean {
  const start = performance.now()
  const result = safeParseRubric(input)
  expect(performance.now() - start).toBeLessThan(PATIENCE_MILLISECONDS)
  if (result.success) {
    const text = typeof input === 'string' ? input : JSON.stringify(input)
    expect(result.data).toEqual(parsedOrNothing(text))
    expect(parseRubric(JSON.stringify(result.data))).toEqual(result.data)
    return true
  }
  expect(result.issues.length).toBeGreaterThan(0)
  expect(result.issues.length).toBeLessThanOrEqual(200)
  const lines = typeof input === 'string' ? input.replace(/^\ufeff/, '').split('\n') : undefined
  const length = typeof input === 'string' ? input.replace(/^\ufeff/, '').length : 0
  const starts = [0]
  for (const { length: own } of lines ?? []) starts.push((starts.at(-1) ?? 0) + own + 1)
  for (const issue of result.issues) {
    expect(issue.code).toMatch(/^(document|rubric|conditions)\/[a-z0-9-]+$/)
    expect(issue.severity).toBe('error')
    for (const language of ['en', 'zh-CN'] as const)
      expect(messageOf(issue, language)).not.toMatch(/\[object Object\]|\bundefined\b(?!")/)
    if (lines === undefined) {
      expect(issue.position).toBeUndefined()
      continue
    }
    if (!issue.position) throw new Error(`no position: ${JSON.stringify(issue)}`)
    const { line, column, offset } = issue.position
    expect(offset).toBeGreaterThanOrEqual(0)
    expect(offset).toBeLessThanOrEqual(length)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect({ line, column }).toEqual({ line, column: offset - (starts[line - 1] ?? Number.NaN) + 1 })
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
  }
  return false
}

/** Adds the document to a failure, so that it can be read again. */
function readOrShow(input: string | Record<string, unknown>): boolean {
  try {
    return read(input)
  } catch (error) {
    const shown = typeof input === 'string' ? JSON.stringify(input) : JSON.stringify(JSON.stringify(input))
    throw new Error(`${String(error)}\ndocument: ${shown}`, { cause: error })
  }
}

test('whatever happens to the characters of a rubric, it is refused with places or read as JSON reads it', {
  timeout: TIMEOUT_MILLISECONDS,
}, () => {
  const random = seedrandom('fuzz-text')
  let accepted = 0
  let text = ''
  for (let run = 0; run < RUNS; run++) {
    if (run % 4 === 0)
      text = random() < 0.2 ? pick(random, ready) : JSON.stringify(randomRubric(random), null, pick(random, [0, 2]))
    if (readOrShow(mutatedText(random, text))) accepted++
  }
  expect(accepted).toBeLessThan(RUNS)
  expect(accepted).toBeGreaterThan(0)
})

test('whatever happens to the structure of a rubric, it is refused or read as JSON reads it', {
  timeout: TIMEOUT_MILLISECONDS,
}, () => {
  const random = seedrandom('fuzz-value')
  let accepted = 0
  let rubric: Record<string, unknown> = {}
  for (let run = 0; run < RUNS; run++) {
    if (run % 4 === 0)
      rubric =
        random() < 0.1 ? (JSON.parse(pick(random, ready)) as Record<string, unknown>) : { ...randomRubric(random) }
    const mutated = mutatedValue(random, rubric)
    const result = readOrShow(mutated)
    // As text and as value the answer is the same.
    expect(safeParseRubric(JSON.stringify(mutated)).success).toBe(result)
    if (result) accepted++
  }
  expect(accepted).toBeLessThan(RUNS)
  expect(accepted).toBeGreaterThan(RUNS / 100)
})

test('parse(stringify(r)) equals r', { timeout: TIMEOUT_MILLISECONDS }, () => {
  for (const text of ready) expect(parseRubric(JSON.stringify(parseRubric(text)))).toEqual(JSON.parse(text))
  const random = seedrandom('fuzz-round-trip')
  for (let run = 0; run < RUNS / 10; run++) {
    const rubric = { ...randomRubric(random) }
    expect(parseRubric(JSON.stringify(parseRubric(rubric), null, 2))).toEqual(rubric)
  }
})
