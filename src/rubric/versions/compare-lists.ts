import type { Part } from './part.js'
import type { ChangedPart, ChangeEffect, RubricChange } from './rubric-diff.js'

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
