import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import seedrandom from 'seedrandom'
import { expect, test } from 'vitest'
import { type Issue, messageOf } from '../../src/issues/index.js'
import { parseRubric, safeParseRubric } from '../../src/rubric/index.js'
import { readInTime } from '../documents/reading/refusals.js'
import { randomRubric } from '../reference/random-rubric.js'
import { expectSame } from '../support/expect-same.js'
import { runs } from '../support/runs.js'
import { mutatedText, mutatedValue, pick } from './document-mutations.js'

/** Documents per test; more by hand with CALLGRADE_FUZZ. */
const RUNS = runs('CALLGRADE_FUZZ', 250)

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

/** Reads a document and checks what holds of every reading; returns whether the document was accepted. */
function read(input: string | Record<string, unknown>): boolean {
  const result = readInTime(input)
  if (result.success) {
    const text = typeof input === 'string' ? input : JSON.stringify(input)
    expectSame(result.data, parsedOrNothing(text))
    expectSame(parseRubric(JSON.stringify(result.data)), result.data)
    return true
  }
  expect(result.issues.length).toBeGreaterThan(0)
  expect(result.issues.length).toBeLessThanOrEqual(200)
  const lines = typeof input === 'string' ? input.replace(/^\ufeff/, '').split('\n') : undefined
  const length = typeof input === 'string' ? input.replace(/^\ufeff/, '').length : 0
  const starts = [0]
  for (const { length: own } of lines ?? []) starts.push((starts.at(-1) ?? 0) + own + 1)
  /** Whether line and column count from 1, lie in the text and agree with the offset. */
  const isPlace = (position: Issue['position']): boolean => {
    if (!position || !lines) return false
    const { line, column, offset } = position
    const own = lines[line - 1]?.length ?? Number.NaN
    const isInside = offset >= 0 && offset <= length && line <= lines.length && column <= own + 1
    return isInside && column === offset - (starts[line - 1] ?? Number.NaN) + 1
  }
  for (const issue of result.issues) {
    if (!/^(document|rubric|conditions)\/[a-z0-9-]+$/.test(issue.code) || issue.severity !== 'error')
      throw new Error(`another kind of issue: ${JSON.stringify(issue)}`)
    for (const language of ['en', 'zh-CN'] as const) {
      const message = messageOf(issue, language)
      if (/\[object Object\]|\bundefined\b(?!")/.test(message)) throw new Error(`a hole in a message: ${message}`)
    }
    if (lines === undefined ? issue.position !== undefined : !isPlace(issue.position))
      throw new Error(`not a place: ${JSON.stringify(issue)}`)
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

test('whatever happens to the characters of a rubric, it is refused with places or read as JSON reads it', () => {
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

test('whatever happens to the structure of a rubric, it is refused or read as JSON reads it', () => {
  const random = seedrandom('fuzz-value')
  let accepted = 0
  let rubric: Record<string, unknown> = {}
  for (let run = 0; run < RUNS; run++) {
    if (run % 4 === 0)
      rubric =
        random() < 0.1 ? (JSON.parse(pick(random, ready)) as Record<string, unknown>) : { ...randomRubric(random) }
    const mutated = mutatedValue(random, rubric)
    // As text and as value the answer is the same; what was accepted has been read as text.
    if (readOrShow(mutated)) accepted++
    else if (safeParseRubric(JSON.stringify(mutated)).success)
      throw new Error(`accepted as text alone: ${JSON.stringify(mutated)}`)
  }
  expect(accepted).toBeLessThan(RUNS)
  expect(accepted).toBeGreaterThan(RUNS / 100)
})

test('parse(stringify(r)) equals r', () => {
  for (const text of ready) expect(parseRubric(JSON.stringify(parseRubric(text)))).toEqual(JSON.parse(text))
  const random = seedrandom('fuzz-round-trip')
  for (let run = 0; run < RUNS / 10; run++) {
    const rubric = { ...randomRubric(random) }
    expectSame(parseRubric(JSON.stringify(parseRubric(rubric), null, 2)), rubric)
  }
})
