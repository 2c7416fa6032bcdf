import type { Text } from '../../../issues/text.js'
import type { Criterion } from '../../format/criterion.js'
import type { ScoredItemBase } from '../item-base.js'

/** A measured number. */
export interface NumericItem extends ScoredItemBase {
  readonly kind: 'numeric'
  readonly unit?: Text
  readonly minimum?: number
  readonly maximum?: number
  /** Takes the number from this fact. */
  readonly fact?: string
  /** First match wins. */
  readonly ranges?: readonly NumericRange[]
  readonly maximumPoints?: number
  readonly linear?: { readonly zeroAt: number; readonly fullAt: number; readonly note?: Text }
  readonly guidance?: Criterion
  readonly criticalError?: { readonly family: string; readonly belowPercent: number; readonly note?: Text }
}

/** Numbers that earn certain points. */
export interface NumericRange {
  readonly atLeast?: number
  readonly above?: number
  readonly atMost?: number
  readonly below?: number
  readonly points: number
  readonly note?: Text
}
