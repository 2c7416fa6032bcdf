import type { Form } from '../format/form.js'
import { changeOfKey, changesOfKeys, compareLists, membersOf } from './compare-parts.js'
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
        ...changesOfKeys('section', membersOf(was), membersOf(is), {
          title: 'none',
          description: 'judgement',
          appliesWhen: 'figures',
        }),
        ...changeOfKey(
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
