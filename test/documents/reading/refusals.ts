import { expect } from 'vitest'
import { formatPath, type Issue } from '../../../src/issues/index.js'
import { type Rubric, safeParseRubric } from '../../../src/rubric/index.js'
import { cpuSeconds } from '../../support/cpu-seconds.js'

/** However bad a document is, reading it takes less processor time; what takes most takes about a second. */
export const PATIENCE_SECONDS = 10

/** A sound rubric, one key or element a line, so that places can be counted. */
const LINES = [
  '{',
  '  "format": "callgrade/rubric@1",',
  '  "id": "mini",',
  '  "version": "1",',
  '  "title": "Mini",',
  '  "sections": [',
  '    {"id": "all", "items": [{"id": "solved", "kind": "yes-no"}]}',
  '  ],',
  '  "result": {"passMark": 60}',
  '}',
]

/** The text of the sound rubric, with some of its lines, counted from 1, written otherwise. */
export function textWith(changed: Readonly<Record<number, string>> = {}): string {
  return LINES.map((line, index) => changed[index + 1] ?? line).join('\n')
}

/** The sound rubric as a value, with some keys set. */
export function valueWith(changed: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { ...(JSON.parse(textWith()) as object), ...changed }
}

/** Reads whatever a caller without types may pass. */
export function read(input: unknown): ReturnType<typeof safeParseRubric> {
  // The types forbid it; the reader has to bear it.
  return safeParseRubric(input as Rubric | string)
}

/** Returns the issues of a document that must be refused in time and without throwing. */
export function issuesOf(input: unknown): readonly Issue[] {
  const result = readInTime(input)
  if (result.success) throw new Error('the document was not refused')
  expect(result.issues.length).toBeGreaterThan(0)
  return result.issues
}

/** Reads a document and expects that this takes no unreasonable time. */
export function readInTime(input: unknown): ReturnType<typeof safeParseRubric> {
  let result: ReturnType<typeof safeParseRubric> | undefined
  const seconds = cpuSeconds(() => {
    result = read(input)
  })
  expect(seconds).toBeLessThan(PATIENCE_SECONDS)
  if (!result) throw new Error('the document was not read')
  return result
}

/** What is wrong and where in the text, as `code line:column`. */
export function placesOf(input: string): readonly string[] {
  return issuesOf(input).map(({ code, position }) => `${code} ${position?.line}:${position?.column}`)
}

/** What is wrong and where in the document, as `code path`. */
export function faultsOf(input: unknown): readonly string[] {
  return issuesOf(input).map(({ code, path }) => `${code} ${formatPath(path)}`.trim())
}
