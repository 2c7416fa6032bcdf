import type { Condition } from '../../conditions/condition.js'
import type { Text } from '../../issues/text.js'
import type { Named } from '../format/named.js'

/** Keys that items of every kind may have. */
export interface ItemBase extends Named {
  readonly description?: Text
  readonly tags?: readonly string[]
  readonly appliesWhen?: Condition
  readonly mayBeNotApplicable?: boolean
}

/** Keys that all scored items may have. */
export interface ScoredItemBase extends ItemBase {
  readonly weight?: number
}
