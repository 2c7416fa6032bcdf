/**
 * Loose shapes of the two documents, only as exact as the reference needs them.
 * They are written from the format's description, not from the library's types.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface FactReference {
  fact: string
  path?: string
}

/** One of: all, any, not, condition, or a leaf with fact, operator and value. */
export interface Condition {
  all?: Condition[]
  any?: Condition[]
  not?: Condition
  condition?: string
  fact?: string
  operator?: string
  value?: Json
  path?: string
}

export interface Level {
  value: number
  title?: string
  points?: number
}

export interface Scale {
  title?: string
  levels: Level[]
  scoring?: 'ratio' | 'span' | 'points'
}

/** Which rating counts: nothing more for yes-no, else the key of the item's kind. */
export interface RatingTest {
  atMost?: number
  belowPercent?: number
  options?: string[]
}

export interface CriticalError extends RatingTest {
  family: string
}

export interface Option {
  id: string
  title?: string
  /** Absent for options of records. */
  points?: number
}

export interface Fault {
  id: string
  title?: string
  points: number
  maximumCount?: number
  tags?: string[]
  criticalError?: { family: string }
}

export interface Range {
  atLeast?: number
  above?: number
  atMost?: number
  below?: number
  points: number
}

export type ItemKind = 'scale' | 'yes-no' | 'choice' | 'numeric' | 'deduction' | 'text' | 'record'

export interface Item {
  id: string
  title?: string
  note?: string
  description?: string
  kind?: ItemKind
  weight?: number
  tags?: string[]
  mayBeNotApplicable?: boolean
  appliesWhen?: Condition
  criticalError?: CriticalError
  guidance?: Json
  /** scale */
  scale?: string
  rateWhen?: { level: number; when: Condition }[]
  /** yes-no */
  fullWhen?: 'yes' | 'no'
  /** choice, and record */
  options?: Option[]
  multiple?: boolean
  /** choice, and numeric with ranges */
  maximumPoints?: number
  /** numeric */
  unit?: string
  minimum?: number
  maximum?: number
  ranges?: Range[]
  linear?: { zeroAt: number; fullAt: number }
  fact?: string
  /** deduction */
  base?: number
  faults?: Fault[]
  /** record; options where it is `choice` */
  input?: 'text' | 'number' | 'date' | 'choice'
  required?: boolean
}

export interface Section {
  id: string
  title?: string
  note?: string
  weight?: number
  mayBeNotApplicable?: boolean
  appliesWhen?: Condition
  items?: Item[]
  sections?: Section[]
}

export interface FactDeclaration {
  type: 'number' | 'integer' | 'string' | 'boolean' | 'list' | 'object'
  minimum?: number
  maximum?: number
  values?: string[]
  description?: string
}

export interface Effect {
  kind: 'zero-section' | 'cap-section' | 'deduct' | 'cap' | 'zero' | 'fail'
  section?: string
  maximum?: number
  points?: number
}

export interface Veto {
  id: string
  title?: string
  family?: string
  toleratedMarks?: number
  when?: Condition
  onRating?: RatingTest & { item: string }
  effects?: Effect[]
  verdict?: 'keep'
  whenUnknown?: 'refuse'
}

export interface Gate {
  id: string
  title?: string
  when: Condition
  effects: Effect[]
  whenUnknown?: 'refuse'
}

export interface Bonus {
  id: string
  title?: string
  points: number
  when?: Condition
  whenUnknown?: 'refuse'
}

export interface WeightProfile {
  weights?: Record<string, number>
  sharePercents?: Record<string, number>
}

export interface WeightAdjustment {
  id?: string
  title?: string
  from?: string
  through?: string
  businessTypes?: string[]
  sharePercents: Record<string, number>
}

export interface WeightRule {
  id?: string
  nodes?: string[]
  tag?: string
  minimumSharePercent?: number
  maximumSharePercent?: number
  businessTypes?: string[]
}

export interface Band {
  id: string
  title?: string
  minimum: number
  actions?: string[]
}

export interface Declared {
  id: string
  title?: string
}

export interface RubricDocument {
  $schema?: string
  format: 'callgrade/rubric@1'
  id: string
  version: string
  title: string | { 'zh-CN': string; en: string }
  note?: string
  timeZone?: string
  effective?: { from?: string; through?: string }
  businessTypes?: Declared[]
  families?: Declared[]
  tags?: Declared[]
  actions?: Declared[]
  scales?: Record<string, Scale>
  defaultScale?: string
  facts?: Record<string, FactDeclaration>
  conditions?: Record<string, Condition>
  sections: Section[]
  weightProfiles?: Record<string, WeightProfile>
  weightAdjustments?: WeightAdjustment[]
  weightRules?: WeightRule[]
  vetoes?: Veto[]
  gates?: Gate[]
  bonuses?: Bonus[]
  bonusLimit?: number
  result: {
    decimals?: number
    rounding?: 'half-up' | 'half-even' | 'down'
    maximum?: number
    passMark: number
    notApplicablePolicy?: 'siblings' | 'whole'
    bands?: Band[]
  }
}

/** A veto or bonus that somebody marked. */
export type Mark = string | { id: string; comment?: string }

export interface EvaluationDocument {
  id: string
  rubric: string
  rubricVersion?: string
  businessType?: string
  callId?: string
  callAt?: string
  period?: { from: string; through: string }
  subject?: { kind: 'agent' | 'team' | 'company'; id: string }
  agentId?: string
  teamId?: string
  evaluatorId?: string
  evaluatedAt?: string
  purpose?: 'measure' | 'coaching' | 'targeted'
  ratings: Record<string, Json>
  vetoes?: Mark[]
  bonuses?: Mark[]
  facts?: Record<string, Json>
}

/** The own value of a key, so that `toString` or `constructor` find nothing that was not written. */
export function own<Value>(record: Record<string, Value> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
