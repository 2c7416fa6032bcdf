import type { Form } from '../format/form.js'
import { compareKey, compareKeys } from './compare-keys.js'
import { compareLists } from './compare-lists.js'
import { membersOf } from './part.js'
import type { RubricChange } from './rubric-diff.js'

/** Compares the sections of two versions. */
export function sectionChanges(before: Form, after: Form): readonly RubricChange[] {
  return compareLists(
    before.sections.map(({ source }) => source),
    after.sections.map(({ source }) => source),
    {
      part: 'section',
      // A section without new items moves only weight.
      added: () => 'figures',
      removed: () => 'figures',
      changes: (was, is) => [
        ...compareKeys('section', membersOf(was), membersOf(is), {
          title: 'none',
          description: 'judgement',
          appliesWhen: 'figures',
        }),
        ...compareKey(
          'section',
          is,
          'mayBeNotApplicable',
          was.mayBeNotApplicable ?? false,
          is.mayBeNotApplicable ?? false,
          'judgement',
        ),
      ],
    },
  )
}
