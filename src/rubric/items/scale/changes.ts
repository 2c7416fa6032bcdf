import type { ChangeEffect } from '../../versions/rubric-diff.js'
import type { OwnKey } from '../item-effects.js'
import type { ScaleItem } from './format.js'

/** What a change of each key means for evaluations by the version before. */
export const SCALE_CHANGES: Readonly<Record<OwnKey<ScaleItem>, ChangeEffect>> = {
  criticalError: 'figures',
  rateWhen: 'figures',
}
