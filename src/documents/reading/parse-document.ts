import type * as z from 'zod/mini'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue, Result } from '../../issues/issue.js'
import { failureOf } from '../../issues/throw-issues.js'
import { checkShape, type OpaquePart } from '../schema/check-shape.js'
import type { DocumentFaults } from './document-faults.js'
import { MAXIMUM_ISSUES, type SizeLimits } from './limits.js'
import { readDocument } from './read-document.js'

/** How documents of one format are read. */
export interface DocumentKind<T, Faults extends DocumentFaults = DocumentFaults> {
  /** As in the document's `format`. */
  readonly format: string
  readonly schema: () => z.ZodMiniType<T>
  /** @defaultValue what people write */
  readonly limits?: SizeLimits
  /** Parts that another checker looks after, found in a document of unknown shape. */
  readonly opaqueParts?: (value: object) => readonly OpaquePart[]
  readonly faults: new (...parameters: ConstructorParameters<typeof DocumentFaults>) => Faults
  /** Looks for faults of meaning; `isComplete`: nothing was left out for a fault of shape. */
  readonly checkMeaning: (data: T, faults: Faults, isComplete: boolean) => void
}

/** Reads a document and tells all faults of text, shape and meaning in one pass; what it gives is frozen. */
export function parseDocument<T extends object, Faults extends DocumentFaults>(
  input: unknown,
  kind: DocumentKind<T, Faults>,
): Result<T> {
  const document = readDocument(input, kind.limits)
  const shaped = checkShape(document, kind.schema(), kind.opaqueParts)
  const issues: Issue[] = [...document.issues, ...shaped.issues]
  if (shaped.data) {
    const faults = new kind.faults(shaped.pathOf, shaped.leftOut)
    kind.checkMeaning(shaped.data, faults, shaped.sound && document.issues.length === 0)
    issues.push(...faults.drafts.map(document.issue))
  }
  if (issues.length === 0 && !(shaped.sound && shaped.data))
    issues.push(
      document.issue({
        code: 'document/type',
        path: [],
        expected: kind.format,
        received: excerptOf(document.value),
      }),
    )
  const failure = failureOf(inFileOrder(issues).slice(0, MAXIMUM_ISSUES))
  if (failure) return failure
  // Without issues there is data: checked above.
  return { success: true, data: deepFreeze(shaped.data as T) }
}

/** As an author reads the file; faults without a place stay in the order in which they were found. */
function inFileOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues
    .map((issue, index) => ({ issue, index }))
    .sort((a, b) => (a.issue.position?.offset ?? 0) - (b.issue.position?.offset ?? 0) || a.index - b.index)
    .map(({ issue }) => issue)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const member of Object.values(value)) deepFreeze(member)
  }
  return value
}
