import type { Issue } from '../../issues/index.js'
import type { Score } from '../../scoring/index.js'
import type { CommandContext } from '../console.js'
import { readTextPieces } from './read-text.js'
import { splitEvaluations } from './split-json.js'

/** Lines of `callgrade score`, as far as they are sound. */
export interface ReadScores {
  readonly scores: readonly Score[]
  /** Line of each score. */
  readonly lines: readonly number[]
  /** Lines that hold an error instead of a score. */
  readonly failed: number
  readonly issues: readonly Issue[]
}

/** A field that is read, with what it has to be. */
export type ScoreField = readonly [name: string, expected: string, fits: (value: unknown) => boolean]

/** Reads scores, holding the fields that are needed against their types. */
export async function readScores(
  file: string,
  fields: readonly ScoreField[],
  context: CommandContext,
): Promise<ReadScores> {
  const scores: Score[] = []
  const lines: number[] = []
  const issues: Issue[] = []
  let failed = 0
  for await (const part of splitEvaluations(readTextPieces(file, context))) {
    const position = { line: part.line, column: part.column, offset: 0 }
    const value = 'text' in part ? parsedObject(part.text) : undefined
    if (!value) {
      const code = 'text' in part ? 'document/not-json' : part.code
      issues.push({ code, severity: 'error', path: [], position })
    } else if ('error' in value) failed++
    else {
      const wrong = wrongField(value, fields)
      if (wrong === undefined) {
        // Checked: the fields that are made use of have their types.
        scores.push(value as unknown as Score)
        lines.push(part.line)
      } else issues.push({ ...wrong, severity: 'error', position })
    }
  }
  return { scores, lines, failed, issues }
}

function parsedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const isText = (value: unknown): boolean => typeof value === 'string'
export const isTextOrAbsent = (value: unknown): boolean => value === undefined || isText(value)
export const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
const isNumberOrNull = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isFinite(value))

/** What every use of a score looks at. */
export const SCORE_FIELDS: readonly ScoreField[] = [
  ['callId', 'string', isTextOrAbsent],
  ['agentId', 'string', isTextOrAbsent],
  ['businessType', 'string', isTextOrAbsent],
  ['status', '"scored" | "not-scored"', (value) => value === 'scored' || value === 'not-scored'],
  ['score', 'number', isNumberOrNull],
  ['rawScore', 'number', isNumberOrNull],
  [
    'verdict',
    '"qualified" | "unqualified"',
    (value) => value === null || value === 'qualified' || value === 'unqualified',
  ],
  ['vetoes', 'array', isTexts],
  ['undetermined', 'array', isTexts],
  ['criticalErrors', 'object', (value) => isObject(value) && Object.values(value).every(isText)],
]

/** What findings are made of besides. */
export const FINDING_FIELDS: readonly ScoreField[] = [
  ...SCORE_FIELDS,
  ['evaluationId', 'string', isText],
  ['rubric', 'string', isText],
  ['rubricVersion', 'string', isText],
  ['teamId', 'string', isTextOrAbsent],
  ['callAt', 'string', isTextOrAbsent],
  ['evaluatedAt', 'string', isTextOrAbsent],
  [
    'purpose',
    '"measure" | "coaching" | "targeted"',
    (value) => value === undefined || value === 'measure' || value === 'coaching' || value === 'targeted',
  ],
  ['band', 'string', (value) => value === null || isText(value)],
  ['items', 'object', (value) => isObject(value) && Object.values(value).every(isNumberOrNull)],
  [
    'faults',
    'object',
    (value) =>
      value === undefined ||
      (isObject(value) &&
        Object.values(value).every((counts) => isObject(counts) && Object.values(counts).every(Number.isSafeInteger))),
  ],
]

function wrongField(
  value: Readonly<Record<string, unknown>>,
  fields: readonly ScoreField[],
): Pick<Issue, 'code' | 'path' | 'expected' | 'received'> | undefined {
  const wrong = fields.find(([name, , fits]) => !fits(value[name]))
  if (!wrong) return undefined
  const [name, expected] = wrong
  const received = JSON.stringify(value[name])
  return received === undefined
    ? { code: 'document/missing-key', path: [name], expected }
    : { code: 'document/type', path: [name], expected, received: received.slice(0, 60) }
}
