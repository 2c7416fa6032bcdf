import type { CivilDate } from '../documents/time/civil-date.js'
import type { Issue } from '../issues/issue.js'
import type { IssueCode } from '../issues/issue-code.js'
import type { Rubric } from '../rubric/format/rubric.js'
import type { EvaluationPeriod, Purpose, Rating, Subject } from './evaluation/evaluation.js'
import type { BandId, IdsIn, ScoredItemId, SectionId } from './rubric-ids.js'

/** State of a family of critical errors: whether one occurred. */
export type CriticalErrorState = 'error' | 'clear' | 'not-assessed'

/**
 * The result of one evaluation; `status` says which kind. Numbers are rounded once, by the rubric's `decimals` and
 * `rounding`. Where the type of the rubric knows its ids, so does the score.
 */
export type Score<R = Rubric> = Scored<R> | NotScored<R>

/** The result where something that has weight applied. */
export interface Scored<R = Rubric> extends ScoreBase<R> {
  readonly status: 'scored'
  /** Raw score, 0 to 100, before vetoes, gates and bonuses. */
  readonly rawScore: number
  /** 0 to `result.maximum`. */
  readonly score: number
}

/** The result where nothing that has weight applied. */
export interface NotScored<R = Rubric> extends ScoreBase<R> {
  readonly status: 'not-scored'
  readonly rawScore: null
  readonly score: null
}

/** The part of a result that every evaluation has, scored or not. */
export interface ScoreBase<R = Rubric> {
  readonly evaluationId: string
  readonly rubric: string
  readonly rubricVersion: string
  readonly businessType?: string
  readonly callId?: string
  readonly callAt?: string
  /** Local date of `callAt` in the rubric's time zone. */
  readonly date?: CivilDate
  readonly period?: EvaluationPeriod
  readonly subject?: Subject
  readonly agentId?: string
  readonly teamId?: string
  readonly evaluatorId?: string
  readonly evaluatedAt?: string
  readonly purpose?: Purpose
  readonly verdict: 'qualified' | 'unqualified' | null
  /** Id of the band; null where there is none, or nothing was scored. */
  readonly band: BandId<R> | null
  /** Actions of the band. */
  readonly actions: readonly string[]
  /** 0 to 100 per section, before effects; null where nothing of weight applied. */
  readonly sections: Readonly<Record<SectionId<R>, number | null>>
  /** Percent per scored item, 0 to 100; null where not applicable. */
  readonly items: Readonly<Record<ScoredItemId<R>, number | null>>
  /** Occurrences of faults, by deduction item and fault; only what occurred. */
  readonly faults?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Chosen options by choice item; only where any was. */
  readonly options?: Readonly<Record<string, readonly string[]>>
  /** Ids of the vetoes that fired, in file order; likewise gates and bonuses. */
  readonly vetoes: readonly IdsIn<R, 'vetoes'>[]
  readonly gates: readonly IdsIn<R, 'gates'>[]
  readonly bonuses: readonly IdsIn<R, 'bonuses'>[]
  /** Ids of vetoes, then gates, then bonuses that could not be decided because facts or ratings were missing. */
  readonly undetermined: readonly IdsIn<R, 'vetoes' | 'gates' | 'bonuses'>[]
  /** By declared family. */
  readonly criticalErrors: Readonly<Record<IdsIn<R, 'families'>, CriticalErrorState>>
  /** Items that rated themselves, or would have rated otherwise than the rater did. */
  readonly selfRated?: Readonly<Record<string, SelfRating>>
}

/** The rating that an item's `rateWhen` gives. */
export interface SelfRating {
  readonly level: number
  /** The rater's rating, which counts; absent where there was none. */
  readonly given?: Rating
}

/** An evaluation that could not be scored, in place of its score. */
export interface FailedScore {
  readonly evaluationId?: string
  /** Place in the input, from 0. */
  readonly index: number
  readonly error: { readonly code: IssueCode; readonly issues: readonly [Issue, ...Issue[]] }
}

/** Outcome that `scoreAll` yields. */
export type ScoreOutcome = Score | FailedScore
