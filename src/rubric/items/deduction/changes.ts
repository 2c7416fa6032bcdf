import type { ChangeEffect } from '../../versions/rubric-diff.js'
import type { OwnKey } from '../item-effects.js'
import type { DeductionItem } from './format.js'

/** What a change of each key means for evaluations by the version before. */
export const DEDUCTION_CHANGES: Readonly<Record<OwnKey<DeductionItem>, ChangeEffect>> = {
  criticalError: 'figures',
  base: 'figures',
}
