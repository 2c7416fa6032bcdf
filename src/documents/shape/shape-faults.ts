import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { readNote, type SchemaNote } from '../schema/schema-note.js'
import { expectedOf } from './expected-of.js'
import { pathOfIssue, type SchemaIssue } from './schema-issue.js'
import { unionFaults } from './union-faults.js'
import { valueAt } from './value-at.js'
import { valueFault } from './value-fault.js'

/**
 * Makes our faults of an issue that zod reports.
 * @param root - the document
 * @param prefix - path of the value that the issue's own path starts from
 */
export function shapeFaults(
  issue: SchemaIssue,
  root: unknown,
  prefix: readonly PathSegment[] = [],
): readonly IssueDraft[] {
  const path = [...prefix, ...pathOfIssue(issue)]
  const value = valueAt(root, path)
  if (value === undefined) return [{ code: 'document/missing-key', path, expected: expectedOf(issue) }]
  const received = excerptOf(value)
  const note = readNote(issue.message)
  switch (issue.code) {
    case 'invalid_type':
      return [
        { code: 'document/type', path, expected: expectedOf(issue), received, ...coercion(issue.expected, value) },
      ]
    case 'unrecognized_keys': {
      const known = note?.kind === 'keys' ? note.keys : []
      return issue.keys.map((key) => ({
        code: 'document/unknown-key',
        path: [...path, key],
        at: 'key',
        expected: alternatives(known),
        received: excerptOf(key),
      }))
    }
    case 'invalid_union':
      return unionFaults(issue, path, value, (inner) => shapeFaults(inner, root, path))
    case 'invalid_value':
      return [valueFault(path, value, note?.kind === 'values' ? note.values : issue.values.map(String))]
    case 'invalid_format':
      return [{ code: formatCodeOf(note), path, received }]
    case 'invalid_key':
      return [{ code: 'document/id', path, at: 'key', received: excerptOf(path.at(-1)) }]
    case 'too_small':
      if (issue.origin === 'array' || issue.origin === 'string')
        return [{ code: 'document/empty', path, expected: `>= ${issue.minimum}`, received }]
      return [{ code: 'document/range', path, expected: `${issue.inclusive ? '>=' : '>'} ${issue.minimum}`, received }]
    case 'too_big':
      if (issue.origin === 'array' || issue.origin === 'string')
        return [{ code: 'document/too-many', path, expected: `<= ${issue.maximum}` }]
      return [{ code: 'document/range', path, expected: `${issue.inclusive ? '<=' : '<'} ${issue.maximum}`, received }]
    default:
      return [{ code: 'document/type', path, expected: expectedOf(issue), received }]
  }
}

/** Suggests the number or truth value that a text holds; the text itself is never read as one. */
function coercion(expected: string, value: unknown): { suggestion?: string } {
  if (typeof value !== 'string') return {}
  if ((expected === 'number' || expected === 'int') && value.trim() !== '' && Number.isFinite(Number(value)))
    return { suggestion: String(Number(value)) }
  if (expected === 'boolean' && /^(true|false)$/i.test(value)) return { suggestion: value.toLowerCase() }
  return {}
}

/** Returns the code of the form that a text lacks; that of an id where its schema has no note. */
function formatCodeOf(
  note: SchemaNote | undefined,
): 'document/date' | 'document/time' | 'document/digest' | 'document/id' {
  switch (note?.kind) {
    case 'date':
      return 'document/date'
    case 'time':
      return 'document/time'
    case 'digest':
      return 'document/digest'
    default:
      return 'document/id'
  }
}
