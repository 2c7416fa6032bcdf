import type { Text } from '../../../issues/text.js'
import type { Criterion } from '../../format/criterion.js'
import type { Named } from '../../format/named.js'
import type { ItemBase } from '../item-base.js'

/** A value that the rater records beside the scored items: an order number, an amount, a day, a reason. Never scored. */
export interface RecordItem extends ItemBase {
  readonly kind: 'record'
  /** `text` any text, `number` a finite number, `date` a day as YYYY-MM-DD, `choice` the id of one of `options`. */
  readonly input: 'text' | 'number' | 'date' | 'choice'
  /** What can be chosen; only with the input `choice`. */
  readonly options?: readonly RecordOption[]
  /** Whether it has to be recorded where it applies. @defaultValue false */
  readonly required?: boolean
  readonly guidance?: Criterion
}

/** One option of a record with the input `choice`. */
export interface RecordOption extends Named {
  readonly description?: Text
}
