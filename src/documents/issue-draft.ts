import type { Issue, PathSegment } from '../issues/issue.js'
import type { IssueCode } from '../issues/issue-code.js'

/** An issue before its place in the text is looked up. */
export interface IssueDraft {
  readonly code: IssueCode
  readonly path: readonly PathSegment[]
  /** `key` points at the name of the last path segment, not at its value. */
  readonly at?: 'key' | 'value'
  readonly severity?: 'error' | 'warning'
  readonly expected?: string
  readonly received?: string
  readonly suggestion?: string
  readonly details?: Readonly<Record<string, string | number>>
}

/** Longest excerpt of a received value in an issue, in UTF-16 units. */
const EXCERPT_LENGTH = 60

/**
 * Shows a received value as short JSON; never calls code of the value.
 * @example
 * excerptOf(['a', 1]) //=> '["a",1]'
 */
export function excerptOf(value: unknown): string {
  if (value === undefined) return 'undefined'
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return typeof value
  if (typeof value === 'string')
    return JSON.stringify(value.length > EXCERPT_LENGTH ? `${value.slice(0, EXCERPT_LENGTH)}…` : value)
  if (Array.isArray(value)) return excerptOfList(value)
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value)
    const shown = keys.slice(0, 5).map((key) => JSON.stringify(key.slice(0, EXCERPT_LENGTH)))
    return `{${shown.join(', ')}${keys.length > 5 ? ', …' : ''}}`
  }
  return JSON.stringify(value)
}

function excerptOfList(list: readonly unknown[]): string {
  const parts: string[] = []
  let length = 0
  for (const element of list) {
    const part = Array.isArray(element) ? '[…]' : excerptOf(element)
    length += part.length
    if (length > EXCERPT_LENGTH) return `[${[...parts, '…'].join(',')}]`
    parts.push(part)
  }
  return `[${parts.join(',')}]`
}

/**
 * Joins names into the notation of `Issue.expected`.
 * @example
 * alternatives(['ratio', 'span']) //=> '"ratio" | "span"'
 */
export function alternatives(names: Iterable<string | number>): string {
  const all = [...names]
  const shown = all.slice(0, 20).map((name) => JSON.stringify(name))
  return all.length > 20 ? `${shown.join(' | ')} | …` : shown.join(' | ')
}

/** Completes a draft with its place, once a document knows it. */
export function issueOf(draft: IssueDraft, position: Issue['position']): Issue {
  return {
    code: draft.code,
    severity: draft.severity ?? 'error',
    path: draft.path,
    ...(position && { position }),
    ...(draft.expected !== undefined && { expected: draft.expected }),
    ...(draft.received !== undefined && { received: draft.received }),
    ...(draft.suggestion !== undefined && { suggestion: draft.suggestion }),
    ...(draft.details !== undefined && { details: draft.details }),
  }
}
