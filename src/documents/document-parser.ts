import type * as z from 'zod/mini'
import { CallgradeError } from '../issues/callgrade-error.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { Issue, Result } from '../issues/issue.js'
import { failureOf } from '../issues/throw-issues.js'
import type { DocumentFaults } from './reading/document-faults.js'
import { MAXIMUM_ISSUES } from './reading/maximum-issues.js'
import type { DocumentInput } from './reading/plain-copy.js'
import { readDocument } from './reading/read-document.js'
import type { SizeLimits } from './reading/size-limits.js'
import { checkShape } from './shape/check-shape.js'
import type { OpaquePart } from './shape/opaque-part.js'

/** Parts that the check of the shape passes over, found in a document of unknown shape. */
export interface FoundParts {
  readonly parts: readonly OpaquePart[]
}

const NO_PARTS: FoundParts = { parts: [] }

/** How documents of one format are read. */
export interface DocumentFormat<T, Faults extends DocumentFaults, Found extends FoundParts> {
  /** As in the document's `format`. */
  readonly format: string
  readonly schema: () => z.ZodMiniType<T>
  /** @defaultValue the limits of documents that people write */
  readonly limits?: SizeLimits
  /** Finds the parts that `check` looks after itself, such as conditions. */
  readonly find?: (value: object) => Found
  /** Collector of the faults of meaning. */
  readonly faults: new (
    ...parameters: ConstructorParameters<typeof DocumentFaults>
  ) => Faults
  /** Looks for faults of meaning. */
  readonly check: (data: T, faults: Faults, context: CheckContext<Found>) => void
}

/** Context of a check of the meaning. */
export interface CheckContext<Found extends FoundParts> {
  /** The result of `find`. */
  readonly found: Found
  /** Whether nothing was left out for a fault of shape. */
  readonly isComplete: boolean
}

/** Reads documents of one format. */
export interface DocumentParser<T> {
  /**
   * Returns the document as written, frozen.
   * @throws CallgradeError with every fault that one pass finds
   */
  readonly parse: (input: DocumentInput<T>) => T
  /** Like `parse`, with the faults in the result instead of thrown. */
  readonly safeParse: (input: unknown) => Result<T>
}

/**
 * Makes the reader of a format: text, shape and meaning are checked in one pass. A document that it has returned is
 * sound and frozen, so that it is not read again.
 */
export function documentParser<T extends object, Faults extends DocumentFaults, Found extends FoundParts = FoundParts>(
  format: DocumentFormat<T, Faults, Found>,
): DocumentParser<T> {
  const parsed = new WeakMap<object, T>()
  const safeParse = (input: unknown): Result<T> => {
    const known = typeof input === 'object' && input !== null ? parsed.get(input) : undefined
    if (known) return { success: true, data: known }
    const result = readFormat(input, format)
    if (result.success) parsed.set(result.data, result.data)
    return result
  }
  return {
    safeParse,
    parse: (input) => {
      const result = safeParse(input)
      if (!result.success) throw new CallgradeError(result.issues)
      return result.data
    },
  }
}

function readFormat<T extends object, Faults extends DocumentFaults, Found extends FoundParts>(
  input: unknown,
  format: DocumentFormat<T, Faults, Found>,
): Result<T> {
  const document = readDocument(input, format.limits)
  let found = NO_PARTS as Found // replaced before any check by a format that finds parts
  const shaped = checkShape(document, format.schema(), (value) => {
    found = format.find?.(value) ?? found
    return found.parts
  })
  const issues: Issue[] = [...document.issues, ...shaped.issues]
  if (shaped.data) {
    const faults = new format.faults(shaped.pathOf, shaped.leftOut)
    format.check(shaped.data, faults, { found, isComplete: shaped.sound && document.issues.length === 0 })
    issues.push(...faults.drafts.map(document.issue))
  }
  if (issues.length === 0 && shaped.sound && shaped.data) return { success: true, data: deepFreeze(shaped.data) }
  const other = {
    code: 'document/type',
    path: [],
    expected: format.format,
    received: excerptOf(document.value),
  } as const
  const all = issues.length > 0 ? issues : [document.issue(other)]
  return failureOf(inFileOrder(all).slice(0, MAXIMUM_ISSUES)) as Result<T> // there is at least one issue
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
