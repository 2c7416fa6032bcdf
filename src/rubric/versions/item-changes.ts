import type { FormNode } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import { itemEffectsOf } from '../items/aspects/item-effects-of.js'
import type { Item } from '../items/item.js'
import { compareKey, compareKeys } from './compare-keys.js'
import { compareLists, type PartRules } from './compare-lists.js'
import { type Members, membersOf } from './part.js'
import type { ChangeEffect, RubricChange } from './rubric-diff.js'
import type { RubricVersion } from './rubric-version.js'
import { scaleChanges } from './scale-changes.js'

/** Compares the items of two versions: what came, what went, what changed, what is in another section now. */
export function itemChanges(before: RubricVersion, after: RubricVersion): readonly RubricChange[] {
  const items = compareLists(
    before.form.items.map(({ source }) => source),
    after.form.items.map(({ source }) => source),
    {
      part: 'item',
      added: (item) => itemEffectsOf(item).added,
      removed: (item) => itemEffectsOf(item).removed,
      changes: (was, is) => changesOfItem(was, is, before.rubric, after.rubric),
    },
  )
  const parentOf = (node: FormNode): string => node.parent?.id ?? ''
  const moved = after.form.items.flatMap((node): readonly RubricChange[] => {
    const old = before.form.byId.get(node.id)
    return old?.kind === 'item' && parentOf(old) !== parentOf(node)
      ? compareKey('item', node.source, 'section', parentOf(old), parentOf(node), 'figures')
      : []
  })
  return [...items, ...moved]
}

/** The keys of items of every kind, apart from weights and lists of parts. */
const ITEM_KEYS: Readonly<Record<string, ChangeEffect>> = {
  title: 'none',
  description: 'judgement',
  tags: 'none',
  appliesWhen: 'figures',
  mayBeNotApplicable: 'judgement',
}

const OPTION_KEYS: Readonly<Record<string, ChangeEffect>> = { points: 'figures', title: 'judgement' }

const FAULT_KEYS: Readonly<Record<string, ChangeEffect>> = {
  points: 'figures',
  maximumCount: 'figures',
  criticalError: 'figures',
  title: 'judgement',
  guidance: 'judgement',
}

function changesOfItem(was: Item, is: Item, old: Rubric, current: Rubric): readonly RubricChange[] {
  const [oldKind, kind] = [was.kind ?? 'scale', is.kind ?? 'scale']
  if (oldKind !== kind) return compareKey('item', is, 'kind', oldKind, kind, 'ratings')
  const [a, b] = [membersOf(was), membersOf(is)]
  return [
    ...compareKeys('item', a, b, { ...ITEM_KEYS, ...itemEffectsOf(is).keys }),
    ...compareKey('guidance', is, 'guidance', a.guidance, b.guidance, 'judgement').map(
      // Whole criteria are too long to be shown as values.
      ({ before: _, after: __, ...change }) => change,
    ),
    ...scaleChanges(was, is, old, current),
    ...compareLists(listOf(a.options), listOf(b.options), partsOf('option', is, OPTION_KEYS)),
    ...compareLists(listOf(a.faults), listOf(b.faults), partsOf('fault', is, FAULT_KEYS)),
  ]
}

/** Options and faults of an item. */
function partsOf(
  part: 'option' | 'fault',
  { id }: Item,
  keys: Readonly<Record<string, ChangeEffect>>,
): PartRules<Members> {
  return {
    part,
    prefix: `${id}/`,
    // Old ratings could not choose what is new; a rating that chose what is gone has lost its meaning.
    added: () => 'judgement',
    removed: () => 'ratings',
    changes: (was, is) => compareKeys(part, was, { ...is, id: `${id}/${is.id}` }, keys),
  }
}

function listOf(value: unknown): readonly Members[] {
  // Lists of a checked rubric hold parts with ids.
  return Array.isArray(value) ? (value as readonly Members[]) : []
}
