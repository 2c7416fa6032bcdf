import type * as z from 'zod/mini'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue, PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { MAXIMUM_ISSUES } from '../reading/maximum-issues.js'
import type { SourceDocument } from '../reading/source-document.js'
import { leaveOut } from './leave-out.js'
import { coverParts, type OpaquePart } from './opaque-part.js'
import { pathIndex } from './path-index.js'
import { type SchemaIssue, schemaIssues } from './schema-issue.js'
import { settleKeys } from './settle-keys.js'
import { shapeFaults } from './shape-faults.js'

/** A document compared with its schema, ready for the check of its meaning. */
export interface ShapedDocument<T> {
  /**
   * The document's own objects, free of faults of shape: faulty parts are removed, misspelt keys renamed. Undefined
   * when too little is left.
   */
  readonly data: T | undefined
  readonly issues: readonly Issue[]
  /** Whether the document had the shape as written. */
  readonly sound: boolean
  /** Returns the path of an object or array of `data` in the document as written. */
  readonly pathOf: (part: object) => readonly PathSegment[]
  /** Names that removed parts declared: a reference to one of them is no second fault. */
  readonly leftOut: ReadonlySet<string>
}

/** Rounds of renaming and removing; each goes one level up or down, and documents are shallow where it matters. */
const MAXIMUM_ROUNDS = 12

/**
 * Compares a document with a schema. Reports all faults of shape, then removes what is faulty, so that faults of
 * meaning are reported in the same pass.
 * @param opaqueParts - finds the parts that another checker looks at, in the document with its keys under their right
 * names; the check of the shape accepts them whatever they hold
 */
export function checkShape<T>(
  document: SourceDocument,
  schema: z.ZodMiniType<T>,
  opaqueParts: (value: object) => readonly OpaquePart[] = () => [],
): ShapedDocument<T> {
  const value = document.value
  const leftOut = new Set<string>()
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const issues =
      value === undefined
        ? []
        : [document.issue({ code: 'document/type', path: [], expected: 'object', received: excerptOf(value) })]
    return { data: undefined, issues, sound: false, pathOf: () => [], leftOut }
  }
  const drafts: IssueDraft[] = []
  const failure = settleAllKeys(document, value, schema, drafts)
  const pathOf = pathIndex(value, failure !== undefined)
  const uncover = coverParts(opaqueParts(value))
  let failed = schemaIssues(schema, value)
  const sound = failed === undefined && drafts.length === 0
  for (const issue of failed ?? []) {
    if (drafts.length >= MAXIMUM_ISSUES) break
    const faults = shapeFaults(issue, value).filter(({ path }) => !document.isReported(path))
    drafts.push(...faults.slice(0, MAXIMUM_ISSUES))
  }
  for (let round = 0; failed && round < MAXIMUM_ROUNDS; round++) {
    if (!leaveOut(value, failed, leftOut)) break
    failed = schemaIssues(schema, value)
  }
  uncover()
  const data = failed ? undefined : (value as T) // of the shape now, and our schemas neither default nor transform
  return { data, issues: drafts.slice(0, MAXIMUM_ISSUES).map(document.issue), sound, pathOf, leftOut }
}

/**
 * Renames misspelt keys and drops unknown ones until none is left, and adds their faults to the drafts.
 * @param value - the document, changed in place
 * @returns the issues that remain
 */
function settleAllKeys(
  document: SourceDocument,
  value: object,
  schema: z.ZodMiniType,
  drafts: IssueDraft[],
): readonly SchemaIssue[] | undefined {
  let failure = schemaIssues(schema, value)
  for (let round = 0; failure && round < MAXIMUM_ROUNDS; round++) {
    const unknown = failure.filter((issue) => issue.code === 'unrecognized_keys')
    const settle = (which: 'misspelt' | 'unknown'): boolean => {
      let isSettled = false
      for (const issue of unknown) {
        const settled = settleKeys(issue, value, which, MAXIMUM_ISSUES - drafts.length)
        drafts.push(...settled.drafts)
        for (const { path, written } of settled.renamed) document.rename(path, written)
        if (settled.isSettled) isSettled = true
      }
      return isSettled
    }
    // Misspelt keys first: an object with a misspelt kind seems to have nothing but unknown keys.
    if (!settle('misspelt') && !settle('unknown')) break
    failure = schemaIssues(schema, value)
  }
  return failure
}
