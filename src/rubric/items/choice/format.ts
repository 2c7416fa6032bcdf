import type { Text } from '../../../issues/text.js'
import type { Criterion } from '../../format/criterion.js'
import type { Named } from '../../format/named.js'
import type { ScoredItemBase } from '../item-base.js'

/** Rated by one option, or with `multiple` by any number of them. */
export interface ChoiceItem extends ScoredItemBase {
  readonly kind: 'choice'
  readonly options: readonly Option[]
  readonly multiple?: boolean
  /** Points that count as full; the best attainable where absent. */
  readonly maximumPoints?: number
  readonly guidance?: Readonly<Record<string, Criterion>>
  readonly criticalError?: { readonly family: string; readonly options: readonly string[]; readonly note?: Text }
}

/** One option of a choice. */
export interface Option extends Named {
  readonly description?: Text
  readonly points: number
}
