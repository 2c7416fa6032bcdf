import type { Text } from '../../../issues/text.js'
import type { Criterion } from '../../format/criterion.js'
import type { ScoredItemBase } from '../item-base.js'

/** Rated true or false. */
export interface YesNoItem extends ScoredItemBase {
  readonly kind: 'yes-no'
  /** The answer that earns full points. @defaultValue `yes` */
  readonly fullWhen?: 'yes' | 'no'
  readonly guidance?: { readonly yes?: Criterion; readonly no?: Criterion; readonly note?: Text }
  readonly criticalError?: { readonly family: string; readonly note?: Text }
}
