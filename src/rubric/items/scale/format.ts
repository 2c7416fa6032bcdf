import type { Condition } from '../../../conditions/condition.js'
import type { Text } from '../../../issues/text.js'
import type { Criterion } from '../../format/criterion.js'
import type { ScoredItemBase } from '../item-base.js'

/** Rated by a level of a scale. */
export interface ScaleItem extends ScoredItemBase {
  readonly kind?: 'scale'
  readonly scale?: string
  /** A criterion per level; keys are the level values. */
  readonly guidance?: Readonly<Record<string, Criterion>>
  readonly criticalError?: { readonly family: string; readonly atMost: number; readonly note?: Text }
  readonly rateWhen?: readonly RateWhen[]
}

/** Rates a scale item by itself; the first that is true wins. */
export interface RateWhen {
  readonly level: number
  readonly when: Condition
  readonly note?: Text
}
