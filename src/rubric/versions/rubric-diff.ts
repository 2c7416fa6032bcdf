import type { Text } from '../../issues/text.js'

/** What kind of part changed. */
export type ChangedPart =
  | 'section'
  | 'item'
  | 'level'
  | 'option'
  | 'fault'
  | 'range'
  | 'guidance'
  | 'weight'
  | 'veto'
  | 'gate'
  | 'bonus'
  | 'fact'
  | 'condition'
  | 'band'
  | 'result'
  | 'business-type'
  | 'title'

/**
 * What a change does to old results: `none` to their figures, though raters may judge otherwise from now on
 * (`judgement`); `figures`: the same ratings score otherwise; `ratings`: old ratings lack something or mean something else.
 */
export type ChangeEffect = 'none' | 'judgement' | 'figures' | 'ratings'

/** One difference between two versions. */
export interface RubricChange {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly part: ChangedPart
  /** Of the section, item, veto, band, ...; of a level or option `item/level`. */
  readonly id: string
  readonly title?: Text
  /** Which key changed. */
  readonly key?: string
  readonly businessType?: string
  readonly before?: string
  readonly after?: string
  readonly effect: ChangeEffect
}

/** Two versions side by side. */
export interface RubricDiff {
  readonly before: { readonly id: string; readonly version: string }
  readonly after: { readonly id: string; readonly version: string }
  /** What the author changed. */
  readonly changes: readonly RubricChange[]
  /**
   * What follows from it: every share of the whole form that moved, by business type, at the weights without a
   * season. Only with the option `derived`.
   */
  readonly derived?: readonly RubricChange[]
  /**
   * `identical`; `comparable`: old and new results can stand in one report; `rescore`: after old evaluations are scored
   * by the new version; `not-comparable`: what was rated itself changed.
   */
  readonly comparability: 'identical' | 'comparable' | 'rescore' | 'not-comparable'
}
