import { strictObject } from '../../../documents/schema/strict-object.js'
import { criterion } from '../../schema/criterion-schema.js'
import { itemShape, kindName } from '../schemas/item-shape.js'

/** The form of a text item in a rubric. */
export function textSchema() {
  return strictObject({
    kind: kindName('text', 'A remark; recorded, never scored.', '文字记录，不计分。'),
    ...itemShape(),
    guidance: criterion(),
  })
}
