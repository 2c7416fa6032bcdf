import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'
import { MAXIMUM_ISSUES } from '../reading/maximum-issues.js'
import { readNote } from '../schema/schema-note.js'
import { pathOfIssue, type SchemaIssue } from './schema-issue.js'
import { valueAt } from './value-at.js'

/** A key that was put under its right name. */
export interface RenamedKey {
  readonly path: readonly PathSegment[]
  /** The key in the document. */
  readonly written: string
}

/** Unknown keys of one object that were settled. */
export interface SettledKeys {
  /** Whether there were any keys to settle. */
  readonly isSettled: boolean
  readonly drafts: readonly IssueDraft[]
  readonly renamed: readonly RenamedKey[]
}

/**
 * Settles the unknown keys of one object so that the rest of the document can be read: puts misspelt keys under their
 * right names, or drops the other ones.
 * @param root - the document, changed in place
 * @param which - the keys to settle: those near to a known name, or all others
 * @param most - issues that may still be reported
 */
export function settleKeys(
  issue: SchemaIssue & { code: 'unrecognized_keys' },
  root: object,
  which: 'misspelt' | 'unknown',
  most: number,
): SettledKeys {
  const path = pathOfIssue(issue)
  const holder = valueAt(root, path) as Record<string, unknown> | undefined // zod reports keys of objects alone
  const drafts: IssueDraft[] = []
  const renamed: RenamedKey[] = []
  if (holder === undefined) return { isSettled: false, drafts, renamed }
  const note = readNote(issue.message)
  const known = note?.kind === 'keys' ? note.keys : []
  const absent = known.filter((key) => !Object.hasOwn(holder, key))
  let isSettled = false
  for (const key of issue.keys.slice(0, MAXIMUM_ISSUES)) {
    const fault = unknownName({
      code: 'document/unknown-key',
      path: [...path, key],
      at: 'key',
      name: key,
      known,
      candidates: which === 'misspelt' ? absent : [],
    })
    const { suggestion } = fault
    if (which === 'misspelt' && suggestion === undefined) continue
    isSettled = true
    if (drafts.length < most) drafts.push(fault)
    const member = holder[key]
    delete holder[key]
    if (suggestion !== undefined && !Object.hasOwn(holder, suggestion)) {
      holder[suggestion] = member
      renamed.push({ path: [...path, suggestion], written: key })
    }
  }
  // Keys beyond the limit are dropped without a report: the document is rejected anyway.
  if (which === 'unknown') for (const key of issue.keys.slice(MAXIMUM_ISSUES)) delete holder[key]
  return { isSettled, drafts, renamed }
}
