import type { Criterion } from '../../format/criterion.js'
import type { ItemBase } from '../item-base.js'

/** A remark of the rater's; recorded, never scored. */
export interface TextItem extends ItemBase {
  readonly kind: 'text'
  readonly guidance?: Criterion
}
