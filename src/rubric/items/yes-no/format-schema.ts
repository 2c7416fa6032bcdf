import { described } from '../../../documents/schema/described.js'
import { optional } from '../../../documents/schema/optional.js'
import { strictObject } from '../../../documents/schema/strict-object.js'
import { wordSchema } from '../../../documents/schema/string-schemas.js'
import { criterion } from '../../schema/criterion-schema.js'
import { criticalError, kindName, scoredItemShape } from '../schemas/item-shape.js'

/** The form of a yes-no item in a rubric. */
export function yesNoSchema() {
  return strictObject({
    kind: kindName('yes-no', 'Rated true or false.', '是非题，评 true 或 false。'),
    ...scoredItemShape(),
    fullWhen: optional(
      described(
        wordSchema(['yes', 'no']),
        'The answer that earns full points; yes where absent.',
        '得满分的回答，缺省 yes。',
      ),
    ),
    guidance: optional(
      described(
        strictObject({ yes: criterion(), no: criterion() }),
        'Criteria for yes and for no.',
        '是与否各自的要点。',
      ),
    ),
    criticalError: criticalError({}),
  })
}
