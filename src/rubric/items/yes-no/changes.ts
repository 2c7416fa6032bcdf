import type { ChangeEffect } from '../../versions/rubric-diff.js'
import type { OwnKey } from '../item-effects.js'
import type { YesNoItem } from './format.js'

/** What a change of each key means for evaluations by the version before. */
export const YES_NO_CHANGES: Readonly<Record<OwnKey<YesNoItem>, ChangeEffect>> = {
  criticalError: 'figures',
  fullWhen: 'figures',
}
