import type { IssueDraft } from '../documents/issue-draft.js'
import type { CivilDate } from '../documents/time/civil-date.js'
import type { Fraction } from '../rubric/exact/fraction.js'
import type { Reading } from '../rubric/items/reading.js'
import type { SelfRating } from './score.js'
import type { WeightPlan } from './totals/weight-plan.js'

/** Why a node is out of the form; `unknown` where its condition could not be decided, which is an error of its own. */
export type NotApplicableReason = 'rated' | 'section' | 'condition' | 'unknown'

/**
 * Everything that one evaluation says, and what is worked out of it on the way. Conditions are tested against it.
 * One is made per scorer and filled anew for each evaluation, since making arrays costs more than filling them.
 */
export class Run {
  /** Faults found so far. */
  drafts: IssueDraft[] = []
  readonly report = (draft: IssueDraft): void => {
    this.drafts.push(draft)
  }
  facts: Readonly<Record<string, unknown>> = {}
  businessType: string | undefined
  date: CivilDate | undefined
  plan: WeightPlan | undefined
  /** Ratings as given, by section index, then by item index behind the last section. */
  readonly given: unknown[]
  /** By item index; undefined where not applicable, and for text. */
  readonly readings: (Reading | undefined)[]
  /** By item index: what conditions see; undefined is unknown. */
  readonly values: unknown[]
  /** By item index; why it does not apply. */
  readonly itemReasons: (NotApplicableReason | undefined)[]
  /** By section index. */
  readonly sectionReasons: (NotApplicableReason | undefined)[]
  /** By section index: the rounded score; undefined where null. */
  readonly sectionScores: (number | undefined)[]
  rawScore: number | undefined
  selfRated: Record<string, SelfRating> | undefined
  /** Marks by veto index. */
  readonly vetoMarks: number[]
  /** Marks by bonus index. */
  readonly bonusMarks: boolean[]

  constructor(items: number, sections: number, vetoes: number, bonuses: number) {
    this.given = new Array<unknown>(sections + items).fill(undefined)
    this.readings = new Array<Reading | undefined>(items).fill(undefined)
    this.values = new Array<unknown>(items).fill(undefined)
    this.itemReasons = new Array<NotApplicableReason | undefined>(items).fill(undefined)
    this.sectionReasons = new Array<NotApplicableReason | undefined>(sections).fill(undefined)
    this.sectionScores = new Array<number | undefined>(sections).fill(undefined)
    this.vetoMarks = new Array<number>(vetoes).fill(0)
    this.bonusMarks = new Array<boolean>(bonuses).fill(false)
  }

  /** Forgets the last evaluation. */
  clear(): void {
    if (this.drafts.length > 0) this.drafts = []
    this.facts = {}
    this.businessType = undefined
    this.date = undefined
    this.plan = undefined
    this.given.fill(undefined)
    this.readings.fill(undefined)
    this.values.fill(undefined)
    this.itemReasons.fill(undefined)
    this.sectionReasons.fill(undefined)
    this.sectionScores.fill(undefined)
    this.rawScore = undefined
    this.selfRated = undefined
    this.vetoMarks.fill(0)
    this.bonusMarks.fill(false)
  }

  /** The fraction of a live item. */
  fractionOf(item: number): Fraction | undefined {
    return this.readings[item]?.fraction
  }
}
