import { excerptOf } from '../issues/excerpt-of.js'
import type { IssueDraft } from '../issues/issue-draft.js'

/** The issue of the first of these keys that holds no text, or of a record that is no object. */
export function missingKey(record: unknown, keys: readonly string[]): IssueDraft | undefined {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return { code: 'document/type', path: [], expected: 'object', received: excerptOf(record) }
  // An object that is no list has values by name.
  const members = record as Readonly<Record<string, unknown>>
  const key = keys.find((name) => typeof members[name] !== 'string' || members[name] === '')
  if (key === undefined) return undefined
  const value = members[key]
  return value === undefined
    ? { code: 'document/missing-key', path: [key], expected: 'string' }
    : { code: 'document/type', path: [key], expected: 'string', received: excerptOf(value) }
}
