import * as z from 'zod/mini'
import { filledList } from '../../../documents/schema/collection-schemas.js'
import { described } from '../../../documents/schema/described.js'
import { optional } from '../../../documents/schema/optional.js'
import { strictObject } from '../../../documents/schema/strict-object.js'
import { belowPercent, description, namedShape } from '../../schema/common-parts.js'
import { criterion } from '../../schema/criterion-schema.js'
import { criticalError, kindName, scoredItemShape } from '../schemas/item-shape.js'

/** The form of a deduction item in a rubric. */
export function deductionSchema() {
  return strictObject({
    kind: kindName('deduction', 'Starts full and loses points per fault.', '扣分制：满分起扣。'),
    ...scoredItemShape(),
    base: described(z.number().check(z.positive()), 'Points at the start.', '起始分。'),
    faults: described(
      filledList(
        strictObject({
          ...namedShape(),
          description: description(),
          points: described(z.number().check(z.minimum(0)), 'Points lost per occurrence.', '每次扣分。'),
          maximumCount: optional(
            described(z.int().check(z.minimum(1)), 'Further occurrences cost nothing.', '计扣次数上限，超出不再扣。'),
          ),
          tags: optional(described(z.array(z.string()), 'Tags declared under "tags".', 'tags 中声明的标签。')),
          guidance: criterion(),
          criticalError: criticalError({}),
        }),
      ),
      'Faults to look for; the order decides which one takes the last points left.',
      '扣分点；顺序决定余分不足时先扣哪一条。',
    ),
    guidance: criterion(),
    criticalError: criticalError({ belowPercent: belowPercent() }),
  })
}
