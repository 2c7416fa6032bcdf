import type { Condition, FactDefinition } from '../../conditions/condition.js'
import type { CivilDate } from '../../documents/time/civil-date.js'
import type { Text } from '../../issues/text.js'
import type { Item } from '../items/item.js'
import type { Criterion } from './criterion.js'
import type { Named } from './named.js'
import type { Scale } from './scale.js'

/** A stretch of days, both ends included; an absent end is open. */
export interface Period {
  readonly from?: CivilDate
  readonly through?: CivilDate
  readonly note?: Text
}

/** `callgrade/rubric@1`: how a conversation is judged. */
export interface Rubric {
  readonly $schema?: string
  readonly format: 'callgrade/rubric@1'
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly description?: Text
  readonly note?: Text
  /** IANA zone in which dates are meant; `UTC` where absent. */
  readonly timeZone?: string
  /** Days on which calls may be judged by this rubric. */
  readonly effective?: Period
  readonly businessTypes?: readonly Named[]
  /** Kinds of critical errors, counted apart from the score. */
  readonly families?: readonly Named[]
  readonly tags?: readonly Named[]
  readonly actions?: readonly Named[]
  readonly scales?: Readonly<Record<string, Scale>>
  readonly defaultScale?: string
  readonly facts?: Readonly<Record<string, FactDefinition>>
  readonly conditions?: Readonly<Record<string, Condition>>
  readonly sections: readonly Section[]
  /** Weights of a business type, by its id. */
  readonly weightProfiles?: Readonly<Record<string, WeightProfile>>
  readonly weightAdjustments?: readonly WeightAdjustment[]
  readonly weightRules?: readonly WeightRule[]
  readonly vetoes?: readonly Veto[]
  readonly gates?: readonly Gate[]
  readonly bonuses?: readonly Bonus[]
  /** Points that all bonuses together may add. */
  readonly bonusLimit?: number
  readonly result: ResultRules
}

/** A branch of the form: items, further sections, or both. */
export interface Section extends Named {
  readonly description?: Text
  readonly weight?: number
  readonly appliesWhen?: Condition
  readonly mayBeNotApplicable?: boolean
  readonly items?: readonly Item[]
  readonly sections?: readonly Section[]
}

/** Weights of one business type. */
export interface WeightProfile {
  readonly title?: Text
  readonly note?: Text
  /** All siblings of a parent, or none of them. */
  readonly weights?: Readonly<Record<string, number>>
  /** Percentages of the parent; siblings not named fill the rest in their old proportions. */
  readonly sharePercents?: Readonly<Record<string, number>>
}

/** Weights that hold for a time. */
export interface WeightAdjustment extends Period {
  readonly id?: string
  readonly title?: Text
  /** All where absent. */
  readonly businessTypes?: readonly string[]
  readonly sharePercents: Readonly<Record<string, number>>
}

/** A promise about the weights, checked for every business type and date. */
export interface WeightRule {
  readonly id?: string
  readonly title?: Text
  readonly note?: Text
  readonly nodes?: readonly string[]
  readonly tag?: string
  readonly minimumSharePercent?: number
  readonly maximumSharePercent?: number
  readonly businessTypes?: readonly string[]
}

/** What a fired rule does to the total or a section. */
export type Effect =
  | { readonly kind: 'zero-section'; readonly section: string; readonly note?: Text }
  | { readonly kind: 'cap-section'; readonly section: string; readonly maximum: number; readonly note?: Text }
  | { readonly kind: 'deduct'; readonly points: number; readonly note?: Text }
  | { readonly kind: 'cap'; readonly maximum: number; readonly note?: Text }
  | { readonly kind: 'zero'; readonly note?: Text }

/** Makes the verdict `unqualified` and leaves the score alone; for gates. */
export interface FailEffect {
  readonly kind: 'fail'
  readonly note?: Text
}

/** A rating that makes a veto fire; the form follows the kind of the item. */
export interface OnRating {
  readonly item: string
  readonly atMost?: number
  readonly belowPercent?: number
  readonly options?: readonly string[]
  readonly note?: Text
}

/** One-veto item (一票否决). */
export interface Veto extends Named {
  readonly description?: Text
  readonly family?: string
  readonly guidance?: Criterion
  /** Marks that are still tolerated. @defaultValue 0 */
  readonly toleratedMarks?: number
  readonly when?: Condition
  readonly onRating?: OnRating
  /** @defaultValue one `zero` */
  readonly effects?: readonly Effect[]
  /** `keep` leaves the verdict to the score. */
  readonly verdict?: 'keep'
  readonly whenUnknown?: 'refuse'
}

/** A floor that guards quality: fires by a condition alone. */
export interface Gate extends Named {
  readonly description?: Text
  readonly when: Condition
  readonly effects: readonly (Effect | FailEffect)[]
  readonly whenUnknown?: 'refuse'
}

/** Points on top, by a mark or by a condition. */
export interface Bonus extends Named {
  readonly description?: Text
  readonly guidance?: Criterion
  readonly points: number
  readonly when?: Condition
  readonly whenUnknown?: 'refuse'
}

/** From the total to score, band and verdict. */
export interface ResultRules {
  readonly note?: Text
  /** 0 to 6. @defaultValue 2 */
  readonly decimals?: number
  /** @defaultValue `half-up` */
  readonly rounding?: Rounding
  /** Ceiling of the score. @defaultValue 100 */
  readonly maximum?: number
  readonly passMark: number
  /** @defaultValue `siblings` */
  readonly notApplicablePolicy?: 'siblings' | 'whole'
  readonly bands?: readonly Band[]
}

/** How the one rounding is done. */
export type Rounding = 'half-up' | 'half-even' | 'down'

/** A named range of scores, from `minimum` up. */
export interface Band extends Named {
  readonly description?: Text
  readonly minimum: number
  readonly actions?: readonly string[]
}
