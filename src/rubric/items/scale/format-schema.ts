import * as z from 'zod/mini'
import { conditionSchema } from '../../../conditions/condition-schema.js'
import { filledList } from '../../../documents/schema/collection-schemas.js'
import { described } from '../../../documents/schema/described.js'
import { optional } from '../../../documents/schema/optional.js'
import { strictObject } from '../../../documents/schema/strict-object.js'
import { criteria } from '../../schema/criterion-schema.js'
import { criticalError, kindName, scoredItemShape } from '../schemas/item-shape.js'

/** The form of a scale item in a rubric. */
export function scaleSchema() {
  return strictObject({
    kind: optional(kindName('scale', 'Rated by a level of a scale; the default.', '按量表打级，缺省类型。')),
    ...scoredItemShape(),
    scale: optional(
      described(z.string(), 'Name of the scale; the default scale where absent.', '量表名，缺省用 defaultScale。'),
    ),
    guidance: criteria('A criterion per level; the keys are the level values.', '各级评分要点，键为级别数值。'),
    criticalError: criticalError({
      atMost: described(z.number(), 'Levels at or under this are a critical error.', '评级小于等于该值即为致命差错。'),
    }),
    rateWhen: optional(
      described(
        filledList(
          strictObject({
            level: described(z.number(), 'The level that it gives.', '自动给出的级别。'),
            when: described(
              conditionSchema(),
              'When; sees facts and businessType.',
              '触发条件，只能用事实和 businessType。',
            ),
          }),
        ),
        'Rates itself where the rater does not; the first that is true wins.',
        '未人工评分时自动评级，取第一个成立的条件。',
      ),
    ),
  })
}
