import type { Form } from '../../rubric/format/form.js'
import type { Reading } from '../../rubric/items/ratings/reading.js'
import type { SelfRating } from '../score.js'
import type { Answers, NotApplicableReason } from './answers.js'

/**
 * The answers of one evaluation while they are being read. One sheet is cleared and filled again for every
 * evaluation: making these arrays costs more than filling them, and scoring does little else.
 */
export class AnswerSheet implements Answers {
  facts: Readonly<Record<string, unknown>> = {}
  /** Ratings as given, by section index, then by item index behind the last section. */
  readonly given: unknown[]
  readonly readings: (Reading | undefined)[]
  readonly itemReasons: (NotApplicableReason | undefined)[]
  readonly sectionReasons: (NotApplicableReason | undefined)[]
  selfRated: Record<string, SelfRating> | undefined
  readonly vetoMarks: number[]
  readonly bonusMarks: boolean[]

  constructor({ items, sections }: Form, vetoes: number, bonuses: number) {
    this.given = new Array<unknown>(sections.length + items.length).fill(undefined)
    this.readings = new Array<Reading | undefined>(items.length).fill(undefined)
    this.itemReasons = new Array<NotApplicableReason | undefined>(items.length).fill(undefined)
    this.sectionReasons = new Array<NotApplicableReason | undefined>(sections.length).fill(undefined)
    this.vetoMarks = new Array<number>(vetoes).fill(0)
    this.bonusMarks = new Array<boolean>(bonuses).fill(false)
  }

  /** Forgets the last evaluation. */
  clear(): void {
    this.facts = {}
    this.given.fill(undefined)
    this.readings.fill(undefined)
    this.itemReasons.fill(undefined)
    this.sectionReasons.fill(undefined)
    this.selfRated = undefined
    this.vetoMarks.fill(0)
    this.bonusMarks.fill(false)
  }
}
