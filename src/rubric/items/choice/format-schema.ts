import * as z from 'zod/mini'
import { filledList } from '../../../documents/schema/collection-schemas.js'
import { described } from '../../../documents/schema/described.js'
import { optional } from '../../../documents/schema/optional.js'
import { strictObject } from '../../../documents/schema/strict-object.js'
import { description, namedShape } from '../../schema/common-parts.js'
import { criteria } from '../../schema/criterion-schema.js'
import { criticalError, kindName, maximumPoints, scoredItemShape } from '../schemas/item-shape.js'

/** The form of a choice item in a rubric. */
export function choiceSchema() {
  return strictObject({
    kind: kindName('choice', 'Rated by one option, or by several.', '选择题，单选或多选。'),
    ...scoredItemShape(),
    options: described(
      filledList(
        strictObject({
          ...namedShape(),
          description: description(),
          points: described(z.number().check(z.minimum(0)), 'Points of the option.', '该选项的分值。'),
        }),
      ),
      'The options.',
      '选项。',
    ),
    multiple: optional(
      described(z.boolean(), 'Whether several options may be chosen; their points add up.', '是否多选，分值相加。'),
    ),
    maximumPoints: maximumPoints(),
    guidance: criteria('A criterion per option; the keys are option ids.', '各选项要点，键为选项 id。'),
    criticalError: criticalError({
      options: described(
        filledList(z.string()),
        'Options whose choice is a critical error.',
        '选中即为致命差错的选项。',
      ),
    }),
  })
}
