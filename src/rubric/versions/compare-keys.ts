import { isSame } from './is-same.js'
import type { Members, Part } from './part.js'
import type { ChangedPart, ChangeEffect, RubricChange } from './rubric-diff.js'

/** Compares one key of a part; gives one change, or none where the values say the same. */
export function compareKey(
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
export function compareKeys(
  part: ChangedPart,
  before: Members,
  after: Members,
  keys: Readonly<Record<string, ChangeEffect>>,
): readonly RubricChange[] {
  return Object.entries(keys).flatMap(([key, effect]) => compareKey(part, after, key, before[key], after[key], effect))
}
