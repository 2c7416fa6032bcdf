import { formatPath, type Issue, type Language } from '../../issues/index.js'
import type { CommandContext } from '../console.js'
import { issueLine } from '../faults/issue-lines.js'
import { readTextPieces } from './read-text.js'
import { splitEvaluations } from './split-json.js'

/** Records of a JSON array or JSONL file, of any shape. */
export interface ReadRecords {
  readonly file: string
  readonly values: readonly unknown[]
  /** Where each begins. */
  readonly places: readonly { readonly line: number; readonly column: number }[]
  /** What is no JSON, with its place. */
  readonly issues: readonly Issue[]
}

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

/** A fault of a record, told with the line of the record and the path within it. */
export function recordIssueLine(issue: Issue, { file, places }: ReadRecords, language: Language): string {
  const [, index, ...rest] = issue.path
  const place = typeof index === 'number' ? places[index] : undefined
  if (!place) return issueLine(file, issue, language)
  const where = [`${file}:${place.line}:${place.column}`, formatPath(rest)].filter((part) => part !== '').join(' ')
  return issueLine(where, { ...issue, path: [] }, language)
}
