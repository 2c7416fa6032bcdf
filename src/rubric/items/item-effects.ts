import type { ChangeEffect } from '../versions/rubric-diff.js'
import type { Item } from './item.js'
import type { ScoredItemBase } from './item-base.js'

/** Keys whose changes are compared in the same way for every kind, or part by part. */
type ComparedElsewhere = keyof ScoredItemBase | 'kind' | 'guidance' | 'scale' | 'options' | 'faults'

/** Keys of one kind of item alone. */
export type OwnKey<Of extends Item> = Exclude<keyof Of, ComparedElsewhere>

/** What changes of an item mean for evaluations by the version before. */
export interface ItemEffects {
  readonly added: ChangeEffect
  readonly removed: ChangeEffect
  /** By key, in the order in which changes are listed. */
  readonly keys: Readonly<Record<string, ChangeEffect>>
}
