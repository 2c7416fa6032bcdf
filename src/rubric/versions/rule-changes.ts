import type { Rubric } from '../format/rubric.js'
import { compareKey, compareKeys } from './compare-keys.js'
import { compareLists } from './compare-lists.js'
import { membersOf, type Part } from './part.js'
import type { ChangedPart, ChangeEffect, RubricChange } from './rubric-diff.js'

/** Compares vetoes, gates, bonuses, facts and named conditions. */
export function ruleChanges(was: Rubric, is: Rubric): readonly RubricChange[] {
  const changes =
    (part: ChangedPart, names: readonly string[]) =>
    (before: Part, after: Part): readonly RubricChange[] =>
      compareKeys(part, membersOf(before), membersOf(after), {
        title: 'none',
        guidance: 'judgement',
        ...Object.fromEntries(names.map((name) => [name, 'figures' as const])),
      })
  return [
    ...compareLists(was.vetoes ?? [], is.vetoes ?? [], {
      part: 'veto',
      // Raters of old calls did not look for a new veto that they have to mark.
      added: ({ when, onRating }) => (when === undefined && onRating === undefined ? 'ratings' : 'figures'),
      removed: () => 'figures',
      changes: changes('veto', ['when', 'onRating', 'effects', 'verdict', 'toleratedMarks', 'family', 'whenUnknown']),
    }),
    ...compareLists(was.gates ?? [], is.gates ?? [], {
      part: 'gate',
      added: () => 'figures',
      removed: () => 'figures',
      changes: changes('gate', ['when', 'effects', 'whenUnknown']),
    }),
    ...compareLists(was.bonuses ?? [], is.bonuses ?? [], {
      part: 'bonus',
      added: () => 'judgement',
      removed: () => 'figures',
      changes: changes('bonus', ['points', 'when', 'whenUnknown']),
    }),
    ...definitionChanges('fact', was.facts, is.facts, 'ratings'),
    ...definitionChanges('condition', was.conditions, is.conditions, 'figures'),
  ]
}

type Definitions = Readonly<Record<string, object>>

/** Compares facts or conditions by name; a new or lost one matters only through what uses it. */
function definitionChanges(
  part: 'fact' | 'condition',
  was: Definitions = {},
  is: Definitions = {},
  effect: ChangeEffect,
): readonly RubricChange[] {
  const parts = (definitions: Definitions) => Object.entries(definitions).map(([id, value]) => ({ id, value }))
  return compareLists(parts(was), parts(is), {
    part,
    added: () => 'none',
    removed: () => 'none',
    changes: (before, after) =>
      compareKey(part, after, 'definition', withoutWords(before.value), withoutWords(after.value), effect),
  })
}

/** Notes and descriptions change no score. */
function withoutWords(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'note' && key !== 'description'))
}
