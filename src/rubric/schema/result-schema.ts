import * as z from 'zod/mini'
import { once } from '../../documents/once.js'
import { filledList } from '../../documents/schema/collection-schemas.js'
import { described } from '../../documents/schema/described.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { wordSchema } from '../../documents/schema/string-schemas.js'
import { description, namedShape } from './common-parts.js'

export const resultSchema = once(() =>
  strictObject({
    decimals: optional(
      described(
        z.int().check(z.minimum(0), z.maximum(6)),
        'Decimals of scores, 0 to 6; 2 where absent.',
        '得分小数位数，0 到 6，缺省 2。',
      ),
    ),
    rounding: optional(
      described(
        wordSchema(['half-up', 'half-even', 'down']),
        'half-up where absent.',
        '舍入方式，缺省 half-up（四舍五入）。',
      ),
    ),
    maximum: optional(
      described(
        z.number().check(z.positive()),
        'Ceiling of the score, at least the pass mark; 100 where absent. It is no scale.',
        '得分上限，不低于合格线，缺省 100；不是换算比例。',
      ),
    ),
    passMark: described(z.number().check(z.minimum(0)), 'Scores from here up are qualified.', '合格线，达到即合格。'),
    notApplicablePolicy: optional(
      described(
        wordSchema(['siblings', 'whole']),
        'Where the weight of what is not applicable goes: to its siblings, or over the whole form.',
        '不适用项的权重归同级分摊（siblings）或全表分摊（whole）。',
      ),
    ),
    bands: optional(
      described(
        filledList(
          strictObject({
            ...namedShape(),
            description: description(),
            minimum: described(
              z.number().check(z.minimum(0)),
              'Scores from here up; the lowest band starts at 0.',
              '该等级的最低分，最低等级为 0。',
            ),
            actions: optional(
              described(z.array(z.string()), 'Actions declared under "actions".', 'actions 中声明的措施。'),
            ),
          }),
        ),
        'Named ranges of scores.',
        '分数等级。',
      ),
    ),
  }),
)
