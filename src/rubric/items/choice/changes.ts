import type { ChangeEffect } from '../../versions/rubric-diff.js'
import type { OwnKey } from '../item-effects.js'
import type { ChoiceItem } from './format.js'

/** What a change of each key means for evaluations by the version before. */
export const CHOICE_CHANGES: Readonly<Record<OwnKey<ChoiceItem>, ChangeEffect>> = {
  criticalError: 'figures',
  multiple: 'ratings',
  maximumPoints: 'figures',
}
