import { canonicalJson } from '../../documents/canonical-json.js'
import type { Text } from '../../documents/text.js'
import type { Form } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import type { ChangedPart, ChangeEffect, RubricChange } from './rubric-diff.js'

/** One version of a rubric with its form. */
export interface RubricVersion {
  readonly rubric: Rubric
  readonly form: Form
}

/** A part of a rubric that is found again in the other version by its id. */
export interface Part {
  readonly id: string
  readonly title?: Text
}

/** The members of a part by key. */
export type Members = Part & Readonly<Record<string, unknown>>

/** Shows a part as its members. */
export function membersOf(part: Part): Members {
  // Every part of a rubric is a JSON object.
  return part as Members
}

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

/** Compares one key of a part; gives one change, or none where the values say the same. */
export function changeOfKey(
  part: ChangedPart,
  { id, title }: Part,
  key: string,
  before: unknown,
  after: unknown,
  effect: ChangeEffect,
): readonly RubricChange[] {
  if (isSame(before, after)) return []
  return [
    {
      kind: 'changed',
      part,
      id,
      ...(title !== undefined && { title }),
      key,
      ...(before !== undefined && { before: text(before) }),
      ...(after !== undefined && { after: text(after) }),
      effect,
    },
  ]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Compares several keys of a part, each with its effect. */
export function changesOfKeys(
  part: ChangedPart,
  before: Members,
  after: Members,
  keys: Readonly<Record<string, ChangeEffect>>,
): readonly RubricChange[] {
  return Object.entries(keys).flatMap(([key, effect]) => changeOfKey(part, after, key, before[key], after[key], effect))
}

/** What becomes of the parts of a list: the effects of one that comes or goes, and the changes of one that stays. */
export interface PartRules<T extends Part> {
  readonly part: ChangedPart
  readonly added: (one: T) => ChangeEffect
  readonly removed: (one: T) => ChangeEffect
  readonly changes: (before: T, after: T) => readonly RubricChange[]
  /** Put before the ids of parts that are added or removed, such as `item/`. @defaultValue empty */
  readonly prefix?: string
}

/** Compares two lists of parts by their ids. */
export function compareLists<T extends Part>(
  before: readonly T[],
  after: readonly T[],
  { part, added, removed, changes, prefix = '' }: PartRules<T>,
): readonly RubricChange[] {
  const old = new Map(before.map((one) => [one.id, one]))
  const current = new Set(after.map(({ id }) => id))
  const named = ({ id, title }: T): Pick<RubricChange, 'part' | 'id' | 'title'> => ({
    part,
    id: prefix + id,
    ...(title !== undefined && { title }),
  })
  return [
    ...before
      .filter(({ id }) => !current.has(id))
      .map((one): RubricChange => ({ kind: 'removed', ...named(one), effect: removed(one) })),
    ...after.flatMap((one): readonly RubricChange[] => {
      const was = old.get(one.id)
      return was ? changes(was, one) : [{ kind: 'added', ...named(one), effect: added(one) }]
    }),
  ]
}
