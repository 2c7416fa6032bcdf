import { canonicalJson } from '../../documents/canonical-json.js'

/** Whether two values say the same, whatever the order of their keys and their notes. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(withoutNotes(a)) === canonicalJson(withoutNotes(b))
}

function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'note')
      .map(([key, member]) => [key, withoutNotes(member)]),
  )
}
