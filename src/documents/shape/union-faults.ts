import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'
import { MAXIMUM_ISSUES } from '../reading/maximum-issues.js'
import { readNote } from '../schema/schema-note.js'
import { expectedOf } from './expected-of.js'
import type { SchemaIssue } from './schema-issue.js'
import { valueAt } from './value-at.js'
import { valueFault } from './value-fault.js'

/** Issues of a value against one of several shapes. */
type ShapeIssues = readonly SchemaIssue[]

/**
 * Makes the faults of a value that has none of several shapes.
 * @param path - of the value
 * @param faultsOf - makes the faults of an issue inside the value
 */
export function unionFaults(
  issue: SchemaIssue & { code: 'invalid_union' },
  path: readonly PathSegment[],
  value: unknown,
  faultsOf: (inner: SchemaIssue) => readonly IssueDraft[],
): readonly IssueDraft[] {
  const note = readNote(issue.message)
  // A discriminated union without a branch of this discriminator.
  if (issue.errors.length === 0) return [valueFault(path, value, note?.kind === 'values' ? note.values : [])]
  // Only the shapes of the kind of value that was given are worth comparing.
  const shapes = issue.errors.filter((branch) =>
    branch.every((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'),
  )
  if (shapes.length === 0)
    return [{ code: 'document/type', path, expected: expectedOf(issue), received: excerptOf(value) }]
  return shapeFaults(shapes, path, value, faultsOf, note?.kind === 'text')
}

/** Makes the faults against the shape that the given keys fit best, or the fault that they fit none. */
function shapeFaults(
  shapes: readonly ShapeIssues[],
  path: readonly PathSegment[],
  value: unknown,
  faultsOf: (inner: SchemaIssue) => readonly IssueDraft[],
  isText: boolean,
): readonly IssueDraft[] {
  const strangeness = shapes.map((shape) => unknownKeysOf(shape).length + missingKeysOf(shape, value).length)
  const least = Math.min(...strangeness)
  const [nearest = [], ...others] = shapes.filter((_shape, index) => strangeness[index] === least)
  if (others.length === 0 || least === 0) return nearest.flatMap(faultsOf)
  const known = [...new Set([nearest, ...others].flatMap((shape) => knownKeysOf(shape, value)))]
  const unknownToOthers = others.map((shape) => new Set(unknownKeysOf(shape)))
  const unknown = unknownKeysOf(nearest).filter((key) => unknownToOthers.every((keys) => keys.has(key)))
  if (unknown.length > 0)
    return unknown
      .slice(0, MAXIMUM_ISSUES)
      .map((key) => unknownName({ code: 'document/unknown-key', path: [...path, key], at: 'key', name: key, known }))
  // A text without a language lacks its first one.
  if (unknownKeysOf(nearest).length > 0 || isText) return nearest.flatMap(faultsOf)
  const forms = known.map((key) => `{"${key}": ...}`).join(' | ')
  return [{ code: 'document/type', path, expected: forms, received: excerptOf(value) }]
}

/** Returns the keys of the value that a shape does not know. */
function unknownKeysOf(shape: ShapeIssues): readonly string[] {
  return shape.flatMap((inner) => (inner.code === 'unrecognized_keys' && inner.path.length === 0 ? inner.keys : []))
}

/** Returns the keys that a shape requires and the value lacks. */
function missingKeysOf(shape: ShapeIssues, value: unknown): readonly string[] {
  return shape.flatMap(({ path }) => {
    const [key] = path
    return path.length === 1 && typeof key === 'string' && valueAt(value, [key]) === undefined ? [key] : []
  })
}

/** Returns the keys of a shape as far as its issues name them, without the note that every object may have. */
function knownKeysOf(shape: ShapeIssues, value: unknown): readonly string[] {
  const listed = shape.flatMap((inner) => {
    const note = inner.code === 'unrecognized_keys' && inner.path.length === 0 ? readNote(inner.message) : undefined
    return note?.kind === 'keys' ? note.keys : []
  })
  return (listed.length > 0 ? listed : missingKeysOf(shape, value)).filter((key) => key !== 'note')
}
