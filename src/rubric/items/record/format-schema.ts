import * as z from 'zod/mini'
import { filledList } from '../../../documents/schema/collection-schemas.js'
import { described } from '../../../documents/schema/described.js'
import { optional } from '../../../documents/schema/optional.js'
import { strictObject } from '../../../documents/schema/strict-object.js'
import { wordSchema } from '../../../documents/schema/string-schemas.js'
import { description, namedShape } from '../../schema/common-parts.js'
import { criterion } from '../../schema/criterion-schema.js'
import { itemShape, kindName } from '../schemas/item-shape.js'

/** The form of a record item in a rubric. */
export function recordSchema() {
  return strictObject({
    kind: kindName('record', 'A value beside the score; recorded, never scored.', '登记项：只记录，不计分。'),
    ...itemShape(),
    input: described(
      wordSchema(['text', 'number', 'date', 'choice']),
      'text: any text; number: a number; date: a day, YYYY-MM-DD; choice: one of the options.',
      'text 文字；number 数值；date 日期（YYYY-MM-DD）；choice 从选项中选一个。',
    ),
    options: optional(
      described(
        filledList(strictObject({ ...namedShape(), description: description() })),
        'The options; only with the input choice.',
        '选项，仅当 input 为 choice 时填写。',
      ),
    ),
    required: optional(
      described(
        z.boolean(),
        'Whether it has to be recorded where it applies; no where absent.',
        '适用时是否必填，缺省否。',
      ),
    ),
    guidance: criterion(),
  })
}
