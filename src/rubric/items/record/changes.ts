import type { ChangeEffect } from '../../versions/rubric-diff.js'
import type { OwnKey } from '../item-effects.js'
import type { RecordItem } from './format.js'

/** What a change of each key means for evaluations by the version before. */
export const RECORD_CHANGES: Readonly<Record<OwnKey<RecordItem>, ChangeEffect>> = {
  input: 'ratings',
  required: 'judgement',
}
