import type { Text } from '../../../issues/text.js'
import type { Criterion } from '../../format/criterion.js'
import type { Named } from '../../format/named.js'
import type { ScoredItemBase } from '../item-base.js'

/** Starts full and loses points per fault. */
export interface DeductionItem extends ScoredItemBase {
  readonly kind: 'deduction'
  readonly base: number
  readonly faults: readonly Fault[]
  readonly guidance?: Criterion
  readonly criticalError?: { readonly family: string; readonly belowPercent: number; readonly note?: Text }
}

/** A fault that a deduction item looks for. */
export interface Fault extends Named {
  readonly description?: Text
  /** Lost per occurrence. */
  readonly points: number
  /** Further occurrences cost nothing. */
  readonly maximumCount?: number
  readonly tags?: readonly string[]
  readonly guidance?: Criterion
  readonly criticalError?: { readonly family: string; readonly note?: Text }
}
