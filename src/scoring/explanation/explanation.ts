import type { LeafExplanation } from '../../conditions/compiled-node.js'
import type { Text } from '../../issues/text.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import type { Rating } from '../evaluation/evaluation.js'
import type { Score } from '../score.js'

/** A score with everything that led to it. */
export type ExplainedScore<R = Rubric> = Score<R> & { readonly explanation: Explanation }

/** Explanation of a score. Fractions are exact, in lowest terms, written `8/15` or `64`. */
export interface Explanation {
  readonly weights: WeightsExplanation
  /** The form, in file order. */
  readonly tree: readonly ExplainedNode[]
  /** Vetoes, gates, bonuses, in file order. */
  readonly rules: readonly ExplainedRule[]
  /** Effects in the order in which they count, from the raw score to the score. */
  readonly effects: readonly ExplainedEffect[]
}

/** Layers that the weights are made of. */
export interface WeightsExplanation {
  readonly businessType?: string
  readonly date?: string
  readonly layers: readonly {
    readonly kind: 'base' | 'profile' | 'adjustment'
    readonly id?: string
    readonly title?: Text
  }[]
}

/** A section or item with its part of the raw score. */
export interface ExplainedNode {
  readonly kind: 'section' | 'item'
  readonly id: string
  readonly title?: Text
  /** `no-weight`: applies, but nothing of the form's weight is on it; `recorded`: text and record items. */
  readonly status: 'scored' | 'not-applicable' | 'no-weight' | 'recorded'
  /** Share of the whole form, after the weight of inapplicable parts was spread over the others. */
  readonly share: string
  /** Points of the raw score. */
  readonly points: string
  /** 100 x share less the points. */
  readonly lost: string
  /** Rounded so that all leaves add to the raw score: largest remainder, ties in file order. */
  readonly roundedPoints: number
  /** Rounded so that all leaves add to what the raw score lacks of 100. */
  readonly roundedLost: number
  readonly why: Why
  readonly children?: readonly ExplainedNode[]
}

/** Reason for a node's points. */
export type Why =
  | { readonly reason: 'section' }
  | {
      readonly reason: 'rated'
      readonly by: 'rater' | 'rule' | 'fact'
      readonly rating: Rating
      readonly fraction: string
      readonly faults?: readonly ExplainedFault[]
      readonly comment?: string
    }
  | {
      readonly reason: 'not-applicable'
      readonly because: 'rated' | 'section' | 'condition' | 'nothing-below'
      readonly decidedBy?: readonly LeafExplanation[]
      readonly comment?: string
    }
  | { readonly reason: 'text' | 'record'; readonly rating?: Rating }

/** Points that occurrences of a fault took. */
export interface ExplainedFault {
  readonly fault: string
  readonly title?: Text
  readonly count: number
  /** Occurrences that cost something: at most the fault's `maximumCount`. */
  readonly counted: number
  /** Points taken from the base. */
  readonly lost: string
  /** Points that found nothing left to take. */
  readonly excess: string
}

/** Outcome of a rule. */
export interface ExplainedRule {
  readonly kind: 'veto' | 'gate' | 'bonus'
  readonly id: string
  readonly title?: Text
  readonly outcome: 'fired' | 'not-fired' | 'undetermined' | 'not-looked-at'
  /** Marks by the rater, of vetoes and bonuses. */
  readonly marks?: number
  readonly toleratedMarks?: number
  /** The leaves of `when` that decided. */
  readonly decidedBy?: readonly LeafExplanation[]
}

/** One effect with the total before and after it. */
export interface ExplainedEffect {
  readonly kind: 'zero-section' | 'cap-section' | 'bonus' | 'deduct' | 'cap' | 'zero' | 'maximum' | 'minimum'
  /** The rule; absent where the limits of the score itself held. */
  readonly rule?: string
  readonly ruleKind?: 'veto' | 'gate' | 'bonus'
  readonly section?: string
  readonly before: string
  readonly after: string
  readonly roundedBefore: number
  readonly roundedAfter: number
}
