import type { RecordChecker } from '../../documents/record-checker.js'
import type { Issue } from '../../issues/index.js'
import { issueOf } from '../../issues/issue-of.js'
import type { Score } from '../../scoring/index.js'
import type { CommandContext } from '../command-context.js'
import { readTextPieces } from './text/read-text-pieces.js'
import { splitEvaluations } from './text/split-evaluations.js'

/** Lines of `callgrade score`, as far as they are sound. */
export interface ReadScores {
  readonly scores: readonly Score[]
  /** Line of each score. */
  readonly lines: readonly number[]
  /** Lines that hold an error instead of a score. */
  readonly failed: number
  readonly issues: readonly Issue[]
}

/** Reads scores, holding the fields that are needed against their types. */
export async function readScores(
  file: string,
  checker: RecordChecker<unknown>,
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
      const [wrong] = checker.faultsOf(value)
      if (wrong === undefined) {
        // Checked: the fields that are made use of have their types.
        scores.push(value as unknown as Score)
        lines.push(part.line)
      } else issues.push(issueOf(wrong, position))
    }
  }
  return { scores, lines, failed, issues }
}

function parsedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined // Any object may be read by its keys.
  } catch {
    return undefined
  }
}
