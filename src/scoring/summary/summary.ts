import type { CriticalErrorState, Score } from '../score.js'

/** Keys by which scores can be grouped; `month` is the date's `YYYY-MM`. */
export type SummaryKey =
  | 'rubric'
  | 'rubricVersion'
  | 'businessType'
  | 'agentId'
  | 'teamId'
  | 'evaluatorId'
  | 'purpose'
  | 'date'
  | 'month'
  | 'subject'

/** Grouping of scores: by keys of the score, or by labels that a function gives. */
export type SummaryGrouping =
  | SummaryKey
  | readonly SummaryKey[]
  | ((score: Score) => Readonly<Record<string, string | null>>)

/** Summed figures, grouped. Plain data: may be stored, sent and merged in any order. */
export interface Summary {
  /** In the order of their labels. */
  readonly groups: readonly GroupSummary[]
  /** Outcomes that could not be scored; they carry no labels. */
  readonly failed: number
}

/**
 * Sums of values with at most 6 decimals, exact: `sum` in whole millionths, `sumOfSquares` in whole units of 10^-12,
 * as decimal text because it can be too large for a double.
 */
export interface Moments {
  readonly count: number
  readonly sum: string
  readonly sumOfSquares: string
}

/** Sums of one group. */
export interface GroupSummary {
  /** The labels; null where a score has none. */
  readonly key: Readonly<Record<string, string | null>>
  readonly evaluations: number
  /** Evaluations in which nothing of weight applied; they count only by verdict, veto, undetermined rule and critical error. */
  readonly notScored: number
  /** Scores, zeros by vetoes included. */
  readonly score: Moments
  readonly rawScore: Moments
  readonly qualified: number
  readonly unqualified: number
  /** Evaluations with at least one veto. */
  readonly vetoed: number
  /** Evaluations by band, veto, gate, bonus and undetermined rule. */
  readonly bands: Counts
  readonly vetoes: Counts
  readonly gates: Counts
  readonly bonuses: Counts
  readonly undetermined: Counts
  /** Evaluations by family and state. */
  readonly criticalErrors: Readonly<Record<string, Readonly<Record<CriticalErrorState, number>>>>
  /** Section scores. */
  readonly sections: Readonly<Record<string, NodeSummary>>
  /** Item percents. */
  readonly items: Readonly<Record<string, NodeSummary>>
  /** By item and fault. */
  readonly faults: Readonly<Record<string, Readonly<Record<string, FaultSummary>>>>
  /** By item and option: evaluations that chose it. */
  readonly options: Readonly<Record<string, Counts>>
}

/** Evaluations by id. */
export type Counts = Readonly<Record<string, number>>

/** Figures of a section or item. */
export interface NodeSummary extends Moments {
  readonly notApplicable: number
  /** Rounded points lost in whole millionths; only from explained scores. */
  readonly lost?: string
}

/** Frequency of a fault. */
export interface FaultSummary {
  readonly evaluations: number
  readonly occurrences: number
}
