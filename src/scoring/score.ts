import type { CivilDate } from '../documents/time/civil-date.js'
import type { Issue } from '../issues/issue.js'
import type { IssueCode } from '../issues/issue-code.js'
import type { EvaluationPeriod, Purpose, Rating, Subject } from './evaluation/evaluation.js'

/** Whether a family of critical errors was met. */
export type CriticalErrorState = 'error' | 'clear' | 'not-assessed'

/** The result of one evaluation. Numbers are rounded once, by the rubric's `decimals` and `rounding`. */
export interface Score {
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
  /** `not-scored` where nothing that has weight applied. */
  readonly status: 'scored' | 'not-scored'
  /** 0 to 100, before vetoes, gates and bonuses; null where not scored. */
  readonly rawScore: number | null
  /** 0 to `result.maximum`; null where not scored. */
  readonly score: number | null
  readonly verdict: 'qualified' | 'unqualified' | null
  /** Id of the band. */
  readonly band: string | null
  /** What the band leads to. */
  readonly actions: readonly string[]
  /** 0 to 100 per section, before effects; null where nothing of weight applied. */
  readonly sections: Readonly<Record<string, number | null>>
  /** Percent per scored item, 0 to 100; null where not applicable. */
  readonly items: Readonly<Record<string, number | null>>
  /** Occurrences of faults, by deduction item and fault; only what occurred. */
  readonly faults?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Chosen options by choice item; only where any was. */
  readonly options?: Readonly<Record<string, readonly string[]>>
  /** Ids of the vetoes that fired, in file order; likewise gates and bonuses. */
  readonly vetoes: readonly string[]
  readonly gates: readonly string[]
  readonly bonuses: readonly string[]
  /** Ids of vetoes, then gates, then bonuses that could not be decided for want of facts or ratings. */
  readonly undetermined: readonly string[]
  /** By declared family. */
  readonly criticalErrors: Readonly<Record<string, CriticalErrorState>>
  /** Items that rated themselves, or would have rated otherwise than the rater did. */
  readonly selfRated?: Readonly<Record<string, SelfRating>>
}

/** What an item's `rateWhen` says. */
export interface SelfRating {
  readonly level: number
  /** The rater's rating, which counts; absent where there was none. */
  readonly given?: Rating
}

/** An evaluation that could not be scored, in the place of its score. */
export interface FailedScore {
  readonly evaluationId?: string
  /** Place in the input, from 0. */
  readonly index: number
  readonly error: { readonly code: IssueCode; readonly issues: readonly [Issue, ...Issue[]] }
}

/** What `scoreAll` yields. */
export type ScoreOutcome = Score | FailedScore
