import type * as z from 'zod/mini'
import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue, PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { nearestName } from '../../issues/nearest-name.js'
import { unknownName } from '../../issues/unknown-name.js'
import { MAXIMUM_ISSUES } from '../reading/limits.js'
import type { SourceDocument } from '../reading/read-document.js'
import { readNote, type SchemaNote } from './schema-parts.js'

type Path = readonly PathSegment[]
type ZodIssue = z.core.$ZodIssue

/** A document held against its schema, for the pass that looks at the meaning. */
export interface ShapedDocument<T> {
  /**
   * The document's own objects, free of faults of shape: what was wrong is left out, misspelt keys stand under their
   * right names. Undefined when too little is left.
   */
  readonly data: T | undefined
  readonly issues: readonly Issue[]
  /** Whether the document had the shape as written. */
  readonly sound: boolean
  /** The path of an object or array of `data` in the document as written. */
  readonly pathOf: (part: object) => Path
  /** Names that were declared by what was left out: a reference to one of them is no second fault. */
  readonly leftOut: ReadonlySet<string>
}

/** Rounds of renaming and leaving out; each goes one level up or down, and documents are shallow where it matters. */
const MAXIMUM_ROUNDS = 12

/**
 * Holds a document against a schema. All faults of shape are told; then the document is pruned to what is sound, so
 * that faults of meaning are told in the same pass.
 * @param opaqueParts - finds the parts that another checker looks after, in the document with its keys under their
 * right names; here each counts as sound, whatever it holds
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
  let failure = failureOf(schema, value)
  for (let round = 0; failure && round < MAXIMUM_ROUNDS; round++) {
    const unknown = failure.filter((issue) => issue.code === 'unrecognized_keys')
    // What is misspelt comes first: an object whose kind is misspelt seems to have nothing but unknown keys.
    let isSettled = false
    for (const issue of unknown) if (settleKeys(issue, value, document, drafts, 'misspelt')) isSettled = true
    if (!isSettled)
      for (const issue of unknown) if (settleKeys(issue, value, document, drafts, 'unknown')) isSettled = true
    if (!isSettled) break
    failure = failureOf(schema, value)
  }
  const pathOf = pathsOf(value, failure !== undefined)
  const uncover = coverParts(opaqueParts(value))
  failure = failureOf(schema, value)
  const sound = failure === undefined && drafts.length === 0
  for (const issue of failure ?? []) {
    if (drafts.length >= MAXIMUM_ISSUES) break
    drafts.push(
      ...draftsOf(issue, [], value)
        .filter(({ path }) => !document.isTold(path))
        .slice(0, MAXIMUM_ISSUES),
    )
  }
  for (let round = 0; failure && round < MAXIMUM_ROUNDS; round++) {
    if (!leaveOut(value, failure, leftOut)) break
    failure = failureOf(schema, value)
  }
  uncover()
  // The value has the shape now, and schemas here neither default nor transform.
  const data = failure ? undefined : (value as T)
  return { data, issues: drafts.slice(0, MAXIMUM_ISSUES).map(document.issue), sound, pathOf, leftOut }
}

/** A part of a document, by the object that holds it. */
export interface OpaquePart {
  readonly holder: object
  readonly key: string
  /** Stands in its place while the shape is checked; has to have the shape. */
  readonly substitute: unknown
}

/** Puts the substitutes in; the function that it gives puts the parts back, where their holders are still there. */
function coverParts(parts: readonly OpaquePart[]): () => void {
  const covered = parts.map(({ holder, key, substitute }) => {
    const members = holder as Record<string, unknown>
    const part = members[key]
    members[key] = substitute
    return { members, key, part }
  })
  return () => {
    for (const { members, key, part } of covered) if (Object.hasOwn(members, key)) members[key] = part
  }
}

function failureOf(schema: z.ZodMiniType, value: unknown): readonly ZodIssue[] | undefined {
  const result = schema.safeParse(value)
  return result.success ? undefined : result.error.issues
}

/**
 * Tells of unknown keys and settles them, so that the rest is read: a misspelt key is put under its right name, any
 * other unknown key is dropped.
 * @returns whether there were any
 */
function settleKeys(
  issue: ZodIssue & { code: 'unrecognized_keys' },
  root: object,
  document: SourceDocument,
  drafts: IssueDraft[],
  which: 'misspelt' | 'unknown',
): boolean {
  const path = pathSegments(issue.path)
  const holder = valueAt(root, path) as Record<string, unknown> | undefined
  if (holder === undefined) return false
  const note = readNote(issue.message)
  const known = note?.kind === 'keys' ? note.keys : []
  const absent = known.filter((key) => !Object.hasOwn(holder, key))
  // Beyond the limit keys are dropped unsaid and unread: the document is refused all the same.
  const readable = issue.keys.slice(0, MAXIMUM_ISSUES)
  let isSettled = false
  for (const key of which === 'misspelt' ? readable : issue.keys) {
    const suggestion = which === 'misspelt' ? nearestName(key, absent) : undefined
    if (which === 'misspelt' && suggestion === undefined) continue
    isSettled = true
    if (drafts.length < MAXIMUM_ISSUES) {
      const facts = {
        expected: alternatives(known),
        received: excerptOf(key),
        ...(suggestion !== undefined && { suggestion }),
      }
      drafts.push({ code: 'document/unknown-key', path: [...path, key], at: 'key', ...facts })
    }
    const member = holder[key]
    delete holder[key]
    if (suggestion !== undefined && !Object.hasOwn(holder, suggestion)) {
      holder[suggestion] = member
      document.rename([...path, suggestion], key)
    }
  }
  return isSettled
}

/** Deletes what the issues point at; false when that would leave nothing. */
function leaveOut(root: object, issues: readonly ZodIssue[], leftOut: Set<string>): boolean {
  const emptied = new Set<unknown[]>()
  for (const issue of issues) {
    for (const path of faultyPaths(issue, root)) {
      if (path.length === 0) return false
      const parent = valueAt(root, path.slice(0, -1))
      const segment = path.at(-1)
      if (typeof parent !== 'object' || parent === null || segment === undefined) continue
      collectNames((parent as Record<PathSegment, unknown>)[segment], leftOut)
      if (typeof segment === 'string') leftOut.add(segment)
      if (Array.isArray(parent)) {
        parent[Number(segment)] = LEFT_OUT
        emptied.add(parent)
      } else delete (parent as Record<PathSegment, unknown>)[segment]
    }
  }
  for (const list of emptied) {
    const kept = list.filter((element) => element !== LEFT_OUT)
    list.length = 0
    for (const element of kept) list.push(element)
  }
  return true
}

const LEFT_OUT = Symbol('left out')

/** What has to go: the value at fault, or where a key is missing, the object that lacks it. */
function faultyPaths(issue: ZodIssue, root: object): Path[] {
  const path = pathSegments(issue.path)
  const holder = path.slice(0, -1)
  return [path.length > 0 && valueAt(root, path) === undefined ? holder : path]
}

function collectNames(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    if (key === 'id' && typeof member === 'string') names.add(member)
    else collectNames(member, names)
  }
}

function draftsOf(issue: ZodIssue, prefix: Path, root: unknown): IssueDraft[] {
  const path = [...prefix, ...pathSegments(issue.path)]
  const value = valueAt(root, path)
  const note = readNote(issue.message)
  if (value === undefined) return [{ code: 'document/missing-key', path, expected: expectedOf(issue) }]
  switch (issue.code) {
    case 'invalid_type':
      return [
        {
          code: 'document/type',
          path,
          expected: expectedOf(issue),
          received: excerptOf(value),
          ...coercion(issue.expected, value),
        },
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
      return unionDrafts(issue, path, value, root)
    case 'invalid_value':
      return [valueDraft(path, value, note?.kind === 'values' ? note.values : issue.values.map(String))]
    case 'invalid_format':
      return [{ code: formatCodeOf(note), path, received: excerptOf(value) }]
    case 'invalid_key':
      return [{ code: 'document/id', path, at: 'key', received: excerptOf(path.at(-1)) }]
    case 'too_small':
      if (issue.origin === 'array' || issue.origin === 'string')
        return [{ code: 'document/empty', path, expected: `>= ${issue.minimum}`, received: excerptOf(value) }]
      return [
        {
          code: 'document/range',
          path,
          expected: `${issue.inclusive ? '>=' : '>'} ${issue.minimum}`,
          received: excerptOf(value),
        },
      ]
    case 'too_big':
      if (issue.origin === 'array' || issue.origin === 'string')
        return [{ code: 'document/too-many', path, expected: `<= ${issue.maximum}` }]
      return [
        {
          code: 'document/range',
          path,
          expected: `${issue.inclusive ? '<=' : '<'} ${issue.maximum}`,
          received: excerptOf(value),
        },
      ]
    default:
      return [{ code: 'document/type', path, expected: expectedOf(issue), received: excerptOf(value) }]
  }
}

function unionDrafts(
  issue: ZodIssue & { code: 'invalid_union' },
  path: Path,
  value: unknown,
  root: unknown,
): IssueDraft[] {
  if (issue.errors.length === 0) {
    // A discriminated union of which no branch carries this discriminator.
    const note = readNote(issue.message)
    return [valueDraft(path, value, note?.kind === 'values' ? note.values : [])]
  }
  // Of several shapes, tell about those whose kind of value was given.
  const nested = issue.errors.filter((branch) =>
    branch.every((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'),
  )
  if (nested.length === 0)
    return [{ code: 'document/type', path, expected: expectedOf(issue), received: excerptOf(value) }]
  return shapeDrafts(nested, path, value, root, readNote(issue.message))
}

/** Of several shapes of an object, tells about the one that has the keys which were given, or that there is none. */
function shapeDrafts(
  shapes: readonly (readonly ZodIssue[])[],
  path: Path,
  value: unknown,
  root: unknown,
  note: SchemaNote | undefined,
): IssueDraft[] {
  const strangeness = shapes.map((shape) => unknownKeysOf(shape).length + missingKeysOf(shape, value).length)
  const least = Math.min(...strangeness)
  const [nearest = [], ...others] = shapes.filter((_shape, index) => strangeness[index] === least)
  if (others.length === 0 || least === 0) return nearest.flatMap((inner) => draftsOf(inner, path, root))
  const known = [...new Set([nearest, ...others].flatMap((shape) => knownKeysOf(shape, value)))]
  const unknownToOthers = others.map((shape) => new Set(unknownKeysOf(shape)))
  const unknown = unknownKeysOf(nearest).filter((key) => unknownToOthers.every((keys) => keys.has(key)))
  if (unknown.length > 0)
    return unknown.slice(0, MAXIMUM_ISSUES).map((key) => {
      const suggestion = nearestName(key, known)
      const facts = { expected: alternatives(known), received: excerptOf(key), ...(suggestion && { suggestion }) }
      return { code: 'document/unknown-key', path: [...path, key], at: 'key', ...facts }
    })
  // A text without a language lacks its first one.
  if (unknownKeysOf(nearest).length > 0 || note?.kind === 'text')
    return nearest.flatMap((inner) => draftsOf(inner, path, root))
  const forms = known.map((key) => `{"${key}": ...}`).join(' | ')
  return [{ code: 'document/type', path, expected: forms, received: excerptOf(value) }]
}

/** Keys of the value that a shape does not know. */
function unknownKeysOf(shape: readonly ZodIssue[]): readonly string[] {
  return shape.flatMap((inner) => (inner.code === 'unrecognized_keys' && inner.path.length === 0 ? inner.keys : []))
}

/** Keys that a shape asks for and the value lacks. */
function missingKeysOf(shape: readonly ZodIssue[], value: unknown): readonly string[] {
  return shape.flatMap(({ path }) => {
    const [key] = path
    return path.length === 1 && typeof key === 'string' && valueAt(value, [key]) === undefined ? [key] : []
  })
}

function knownKeysOf(shape: readonly ZodIssue[], value: unknown): readonly string[] {
  const told = shape.flatMap((inner) => {
    const note = inner.code === 'unrecognized_keys' && inner.path.length === 0 ? readNote(inner.message) : undefined
    return note?.kind === 'keys' ? note.keys : []
  })
  return (told.length > 0 ? told : missingKeysOf(shape, value)).filter((key) => key !== 'note')
}

function valueDraft(path: Path, value: unknown, allowed: readonly string[]): IssueDraft {
  return unknownName({
    code: path.length === 1 && path[0] === 'format' ? 'document/wrong-format' : 'document/value',
    path,
    name: value,
    known: allowed,
  })
}

function expectedOf(issue: ZodIssue): string {
  const note = readNote(issue.message)
  if (note?.kind === 'text') return '"..." | {"zh-CN": "...", "en": "..."}'
  if (note?.kind === 'values') return alternatives(note.values)
  if (issue.code === 'invalid_type') return NAMES_OF_TYPES[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value') return alternatives(issue.values.map(String))
  return 'value'
}

/** Names of types as JSON users say them. */
const NAMES_OF_TYPES: Readonly<Record<string, string>> = { record: 'object', int: 'integer', boolean: 'true | false' }

/** A number or truth value written as a text: say what it should look like, never read it as such. */
function coercion(expected: string, value: unknown): { suggestion?: string } {
  if (typeof value !== 'string') return {}
  if ((expected === 'number' || expected === 'int') && value.trim() !== '' && Number.isFinite(Number(value)))
    return { suggestion: String(Number(value)) }
  if (expected === 'boolean' && /^(true|false)$/i.test(value)) return { suggestion: value.toLowerCase() }
  return {}
}

function pathSegments(path: readonly PropertyKey[]): Path {
  return path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment))
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined
    value = (value as Record<PathSegment, unknown>)[segment]
  }
  return value
}

/** Looks up paths by identity; made at once when parts will be left out, else when the first fault asks. */
function pathsOf(root: object, now: boolean): (part: object) => Path {
  let paths: WeakMap<object, Path> | undefined
  const index = (): WeakMap<object, Path> => {
    const found = new WeakMap<object, Path>()
    const visit = (value: unknown, path: Path): void => {
      if (typeof value !== 'object' || value === null) return
      found.set(value, path)
      if (Array.isArray(value)) value.forEach((element, at) => visit(element, [...path, at]))
      else for (const [key, member] of Object.entries(value)) visit(member, [...path, key])
    }
    visit(root, [])
    return found
  }
  if (now) paths = index()
  return (part) => {
    paths ??= index()
    return paths.get(part) ?? []
  }
}

/** Which form a text does not have; an id where its schema says nothing. */
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
