import type { CivilDate } from '../../documents/time/civil-date.js'
import type { Text } from '../../issues/text.js'
import type { Rubric } from '../../rubric/format/rubric.js'

/** How one conversation, or one period of a scorecard, was judged by a rubric. */
export interface Evaluation {
  readonly id: string
  /** Id of the rubric. */
  readonly rubric: Rubric['id']
  readonly rubricVersion?: string
  /** Required where the rubric declares business types. */
  readonly businessType?: string
  readonly callId?: string
  /** RFC 3339 with an offset, such as `2026-03-01T09:30:00+08:00`. */
  readonly callAt?: string
  /** In place of `callAt`, for scorecards. */
  readonly period?: EvaluationPeriod
  readonly subject?: Subject
  readonly agentId?: string
  readonly teamId?: string
  readonly evaluatorId?: string
  /** RFC 3339 with an offset. */
  readonly evaluatedAt?: string
  readonly purpose?: Purpose
  /** By item id; a section's id takes `"na"` alone. */
  readonly ratings: Readonly<Record<string, Rating | RatingEntry>>
  /** One entry per occurrence; required where the rubric has a veto without `when` or `onRating`. */
  readonly vetoes?: readonly (string | Mark)[]
  readonly bonuses?: readonly (string | Mark)[]
  /** Values of the rubric's facts. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly note?: Text
}

/** The days that a scorecard covers, both included. */
export interface EvaluationPeriod {
  readonly from: CivilDate
  readonly through: CivilDate
  readonly note?: Text
}

/** Who is judged. */
export interface Subject {
  readonly kind: 'agent' | 'team' | 'company'
  readonly id: string
  readonly note?: Text
}

/** Why the call was chosen. */
export type Purpose = 'measure' | 'coaching' | 'targeted'

/**
 * A level or a measured number, true or false, an option id or a list of them, the remark of a text item, a list of
 * faults, or `"na"`.
 */
export type Rating = number | boolean | string | readonly (string | FaultEntry)[]

/** A rating with what led to it. */
export interface RatingEntry {
  readonly rating: Rating
  readonly comment?: string
  /** Whatever shows it: a time in the recording, a quotation. */
  readonly evidence?: unknown
  readonly note?: Text
}

/** A fault of a deduction item. */
export interface FaultEntry {
  readonly id: string
  /** Occurrences, a whole number from 1. @defaultValue 1 */
  readonly count?: number
  readonly comment?: string
  readonly evidence?: unknown
  readonly note?: Text
}

/** A marked veto or bonus. */
export interface Mark {
  readonly id: string
  readonly comment?: string
  readonly evidence?: unknown
  readonly note?: Text
}

/** The rating that takes an item or section out of the form. */
export const NOT_APPLICABLE = 'na'

/** The keys that a score takes over from its evaluation. */
export const CARRIED_KEYS = [
  'businessType',
  'callId',
  'callAt',
  'period',
  'subject',
  'agentId',
  'teamId',
  'evaluatorId',
  'evaluatedAt',
  'purpose',
] as const satisfies readonly (keyof Evaluation)[]

/** The keys of an evaluation. */
export const EVALUATION_KEYS: ReadonlySet<string> = new Set([
  'id',
  'rubric',
  'rubricVersion',
  ...CARRIED_KEYS,
  'ratings',
  'vetoes',
  'bonuses',
  'facts',
  'note',
] satisfies readonly (keyof Evaluation)[])

/** Reasons for which a call may be chosen. */
export const PURPOSES: readonly Purpose[] = ['measure', 'coaching', 'targeted']
/** Kinds of subject. */
export const SUBJECT_KINDS: readonly Subject['kind'][] = ['agent', 'team', 'company']
