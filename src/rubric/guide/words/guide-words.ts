import type { Rounding } from '../../format/rubric.js'
import type { Inlines } from '../guide-document.js'

/** What a guide says in one language, apart from the texts of the rubric. */
export interface GuideWords {
  readonly head: (id: string, version: string, timeZone: string) => Inlines
  readonly effective: (from: string | undefined, through: string | undefined) => string
  readonly days: (from: string | undefined, through: string | undefined) => Inlines
  readonly howToRate: string
  readonly rules: (hasMarkedVetoes: boolean) => readonly Inlines[]
  readonly weights: string
  readonly weightsRemark: string
  readonly part: string
  readonly share: string
  readonly appliesWhen: (condition: string) => string
  readonly mayBeNa: Inlines
  readonly critical: (family: string, when: string) => Inlines
  readonly criticalFault: (family: string) => string
  readonly rateWhen: (level: string, condition: string) => string
  readonly atMost: (level: string) => string
  readonly belowPercent: (percent: string) => string
  readonly faultyAnswer: string
  readonly rating: string
  readonly points: string
  readonly meaning: string
  readonly yes: string
  readonly no: string
  readonly multiple: string
  readonly deduction: (base: string) => string
  readonly fault: string
  readonly lost: string
  readonly atMostTimes: (count: string) => string
  readonly remarkOnly: string
  /** Names of what a record item takes. */
  readonly inputs: Readonly<Record<'text' | 'number' | 'date' | 'choice', string>>
  readonly recorded: (input: string, isRequired: boolean) => string
  readonly fromFact: (fact: string) => string
  readonly linear: (zeroAt: string, fullAt: string) => string
  readonly measured: string
  readonly anything: string
  readonly recording: (id: string) => string
  readonly through: (date: string) => string
  readonly example: Readonly<Record<'good' | 'bad', string>>
  readonly comma: string
  readonly colon: string
  readonly conditions: ConditionWords
  readonly vetoes: string
  readonly veto: string
  readonly gates: string
  readonly gate: string
  readonly bonuses: string
  readonly bonus: string
  readonly bonusLimit: (points: string) => string
  readonly fires: string
  readonly effect: string
  readonly marked: string
  readonly markedOver: (tolerated: string) => string
  readonly keepsVerdict: string
  readonly unqualified: string
  readonly zeroSection: (section: string) => string
  readonly capSection: (section: string, maximum: string) => string
  readonly deduct: (points: string) => string
  readonly cap: (maximum: string) => string
  readonly zero: string
  readonly results: string
  readonly passMark: (passMark: string, maximum: string) => string
  readonly rounding: Readonly<Record<Rounding, (decimals: string) => string>>
  readonly band: string
  readonly from: string
}

/** How conditions are read out. */
export interface ConditionWords {
  readonly and: string
  readonly or: string
  readonly not: (part: string) => string
  readonly rawScore: string
  readonly businessType: string
  readonly sectionScore: string
}
