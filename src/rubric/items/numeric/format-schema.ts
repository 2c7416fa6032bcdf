import * as z from 'zod/mini'
import { filledList } from '../../../documents/schema/collection-schemas.js'
import { described } from '../../../documents/schema/described.js'
import { optional } from '../../../documents/schema/optional.js'
import { strictObject } from '../../../documents/schema/strict-object.js'
import { belowPercent, optionalText } from '../../schema/common-parts.js'
import { criterion } from '../../schema/criterion-schema.js'
import { criticalError, kindName, maximumPoints, scoredItemShape } from '../schemas/item-shape.js'

/** The form of a numeric item in a rubric. */
export function numericSchema() {
  return strictObject({
    kind: kindName('numeric', 'A measured number.', '实测数值。'),
    ...scoredItemShape(),
    unit: optionalText('Unit, such as s or %.', '单位，如 s 或 %。'),
    minimum: optional(described(z.number(), 'The least number; below it is an error.', '最小值，低于即报错。')),
    maximum: optional(described(z.number(), 'The greatest number; above it is an error.', '最大值，高于即报错。')),
    fact: optional(described(z.string(), 'Takes the number from this fact.', '从该事实取值。')),
    ranges: optional(
      described(
        filledList(
          strictObject({
            atLeast: optional(described(z.number(), 'From this number up, included.', '大于等于。')),
            above: optional(described(z.number(), 'Over this number.', '大于。')),
            atMost: optional(described(z.number(), 'Up to this number, included.', '小于等于。')),
            below: optional(described(z.number(), 'Under this number.', '小于。')),
            points: described(z.number().check(z.minimum(0)), 'Points of the range.', '该区间的分值。'),
          }),
        ),
        'Ranges with points; the first that matches wins, none is an error.',
        '分段计分，取第一个符合的区间；都不符合即报错。',
      ),
    ),
    maximumPoints: maximumPoints(),
    linear: optional(
      described(
        strictObject({
          zeroAt: described(z.number(), 'Earns nothing here.', '得 0% 处。'),
          fullAt: described(z.number(), 'Earns everything here.', '得 100% 处。'),
        }),
        'Between two numbers, in a straight line.',
        '两点之间线性计分。',
      ),
    ),
    guidance: criterion(),
    criticalError: criticalError({ belowPercent: belowPercent() }),
  })
}
