import type { Rubric } from '../format/rubric.js'
import { compareKey, compareKeys } from './compare-keys.js'
import { compareLists } from './compare-lists.js'
import { membersOf } from './part.js'
import type { RubricChange } from './rubric-diff.js'

/** Compares the rules of the result, the title and the bands. */
export function resultChanges(was: Rubric, is: Rubric): readonly RubricChange[] {
  const [a, b] = [was.result, is.result]
  const key = (name: string, before: unknown, after: unknown): readonly RubricChange[] =>
    compareKey('result', { id: 'result' }, name, before, after, 'figures')
  return [
    ...key('passMark', a.passMark, b.passMark),
    ...key('maximum', a.maximum ?? 100, b.maximum ?? 100),
    ...key('decimals', a.decimals ?? 2, b.decimals ?? 2),
    ...key('rounding', a.rounding ?? 'half-up', b.rounding ?? 'half-up'),
    ...key('notApplicablePolicy', a.notApplicablePolicy ?? 'siblings', b.notApplicablePolicy ?? 'siblings'),
    ...key('bonusLimit', was.bonusLimit, is.bonusLimit),
    ...compareKey('title', { id: is.id }, 'title', was.title, is.title, 'none'),
    ...compareLists(a.bands ?? [], b.bands ?? [], {
      part: 'band',
      added: () => 'figures',
      removed: () => 'figures',
      changes: (before, after) =>
        compareKeys('band', membersOf(before), membersOf(after), {
          minimum: 'figures',
          title: 'none',
          actions: 'figures',
        }),
    }),
  ]
}
