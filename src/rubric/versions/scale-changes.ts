import type { Rubric } from '../format/rubric.js'
import type { Scale } from '../format/scale.js'
import { scaleNameOf } from '../items/aspects/scale-name-of.js'
import type { Item } from '../items/item.js'
import { compareKey, compareKeys } from './compare-keys.js'
import { compareLists } from './compare-lists.js'
import type { Members } from './part.js'
import type { RubricChange } from './rubric-diff.js'

/** Compares the scales by which an item is rated: levels by their values, whatever the scale is called. */
export function scaleChanges(was: Item, is: Item, old: Rubric, current: Rubric): readonly RubricChange[] {
  const [before, after] = [scaleOfItem(was, old), scaleOfItem(is, current)]
  if (!before || !after) return []
  return [
    ...compareKey('item', is, 'scoring', before.scoring ?? 'ratio', after.scoring ?? 'ratio', 'figures'),
    ...compareLists(levelsOf(before), levelsOf(after), {
      part: 'level',
      prefix: `${is.id}/`,
      // A level between two others changes what they mean.
      added: () => 'ratings',
      removed: () => 'ratings',
      changes: (one, other) =>
        compareKeys(
          'level',
          one,
          { ...other, id: `${is.id}/${other.id}` },
          { points: 'figures', title: 'none', description: 'judgement' },
        ),
    }),
  ]
}

function scaleOfItem(item: Item, rubric: Rubric): Scale | undefined {
  const name = scaleNameOf(item, rubric)
  return name !== undefined && rubric.scales && Object.hasOwn(rubric.scales, name) ? rubric.scales[name] : undefined
}

function levelsOf({ levels }: Scale): readonly Members[] {
  return levels.map((level) => ({ ...level, id: String(level.value) }))
}
