import { alternatives } from '../../issues/alternatives.js'
import { readNote } from '../schema/schema-note.js'
import type { SchemaIssue } from './schema-issue.js'

/** Writes what a schema expects, in the notation of `Issue.expected`. */
export function expectedOf(issue: SchemaIssue): string {
  const note = readNote(issue.message)
  if (note?.kind === 'text') return '"..." | {"zh-CN": "...", "en": "..."}'
  if (note?.kind === 'values') return alternatives(note.values)
  if (issue.code === 'invalid_type') return NAMES_OF_TYPES[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value') return alternatives(issue.values.map(String))
  return 'value'
}

/** Names of types as JSON users say them. */
const NAMES_OF_TYPES: Readonly<Record<string, string>> = { record: 'object', int: 'integer', boolean: 'true | false' }
