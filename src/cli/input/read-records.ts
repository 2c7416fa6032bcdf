import type { Issue } from '../../issues/index.js'
import type { CommandContext } from '../command-context.js'
import { readTextPieces } from './text/read-text-pieces.js'
import { splitEvaluations } from './text/split-evaluations.js'

/** Records of a JSON array or JSONL file, of any shape. */
export interface ReadRecords {
  readonly file: string
  readonly values: readonly unknown[]
  /** Where each begins. */
  readonly places: readonly { readonly line: number; readonly column: number }[]
  /** Texts that are no JSON, with their places. */
  readonly issues: readonly Issue[]
}

/** Reads the records of a JSON array or JSONL file. */
export async function readRecords(file: string, context: CommandContext): Promise<ReadRecords> {
  const values: unknown[] = []
  const places: { line: number; column: number }[] = []
  const issues: Issue[] = []
  for await (const part of splitEvaluations(readTextPieces(file, context))) {
    const { line, column } = part
    const position = { line, column, offset: 0 }
    if (!('text' in part)) issues.push({ ...part, severity: 'error', path: [], position })
    else {
      try {
        values.push(JSON.parse(part.text))
        places.push({ line, column })
      } catch {
        issues.push({ code: 'document/not-json', severity: 'error', path: [], position })
      }
    }
  }
  return { file, values, places, issues }
}
