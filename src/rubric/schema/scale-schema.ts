import * as z from 'zod/mini'
import { once } from '../../documents/once.js'
import { filledList } from '../../documents/schema/collection-schemas.js'
import { described } from '../../documents/schema/described.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { wordSchema } from '../../documents/schema/string-schemas.js'
import { description, title } from './common-parts.js'

export const scaleSchema = once(() =>
  strictObject({
    title: title(),
    description: description(),
    levels: described(
      filledList(
        strictObject({
          value: described(z.number(), 'The rating that chooses this level.', '选择该级时填写的数值。'),
          title: title(),
          description: description(),
          points: optional(
            described(
              z.number().check(z.minimum(0)),
              'Points of the level, where the scale scores by points.',
              '该级的分值，scoring 为 points 时必填。',
            ),
          ),
        }),
      ),
      'The levels, each with its own value.',
      '各级，数值不得重复。',
    ),
    scoring: optional(
      described(
        wordSchema(['ratio', 'span', 'points']),
        'ratio: value / greatest (1 of 5 is 20 %); span: (value - least) / (greatest - least) (1 of 5 is 0 %); points: points / greatest points.',
        'ratio：数值/最大值（5 级中的 1 得 20%）；span：（数值-最小）/（最大-最小）（5 级中的 1 得 0%）；points：分值/最高分值。',
      ),
    ),
  }),
)
