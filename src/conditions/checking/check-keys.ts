import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'

/**
 * Checks the keys of one node or reference, and the text of its note.
 * @param drafts - takes the faults
 */
export function checkKeys(
  object: Readonly<Record<string, unknown>>,
  path: readonly PathSegment[],
  known: readonly string[],
  drafts: IssueDraft[],
): void {
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue
    const candidates = known.filter((name) => !Object.hasOwn(object, name))
    drafts.push(
      unknownName({ code: 'document/unknown-key', path: [...path, key], at: 'key', name: key, known, candidates }),
    )
  }
  const note = object.note
  if (note !== undefined && !isText(note))
    drafts.push({
      code: 'document/type',
      path: [...path, 'note'],
      expected: '"..." | {"zh-CN": "...", "en": "..."}',
      received: excerptOf(note),
    })
}

function isText(value: unknown): boolean {
  if (typeof value === 'string') return value !== ''
  if (typeof value !== 'object' || value === null) return false
  const entries = Object.entries(value)
  const isLanguage = (name: string): boolean => name === 'zh-CN' || name === 'en'
  return (
    entries.length > 0 && entries.every(([name, text]) => isLanguage(name) && typeof text === 'string' && text !== '')
  )
}
