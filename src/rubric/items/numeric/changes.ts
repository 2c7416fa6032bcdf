import type { ChangeEffect } from '../../versions/rubric-diff.js'
import type { OwnKey } from '../item-effects.js'
import type { NumericItem } from './format.js'

/** What a change of each key means for evaluations by the version before. */
export const NUMERIC_CHANGES: Readonly<Record<OwnKey<NumericItem>, ChangeEffect>> = {
  criticalError: 'figures',
  maximumPoints: 'figures',
  unit: 'ratings',
  minimum: 'ratings',
  maximum: 'ratings',
  fact: 'ratings',
  ranges: 'figures',
  linear: 'figures',
}
