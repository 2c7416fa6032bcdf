import type { PathSegment } from '../../../issues/issue.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { Fraction } from '../../exact/fraction.js'
import type { Rational } from '../../exact/rational.js'

/** A rating of a scored item, as read. */
export interface Reading {
  readonly fraction: Fraction
  /** The fraction as a percentage, rounded like a score. */
  readonly percent: number
  /** The value that conditions see: level, true or false, number, option id or list, points lost. */
  readonly value: number | boolean | string | readonly string[]
  /** Whether the rating is a critical error of the item itself. */
  readonly isCritical: boolean
  /** Chosen options, of a choice. */
  readonly options?: readonly string[]
  /** Occurrences by fault, of a deduction with any. */
  readonly faults?: ReadonlyMap<string, number>
  /** Points of faults that found nothing left to take, of a deduction. */
  readonly excess?: Rational
}

/** Path of a rating within its document. */
export type RatingPath = readonly PathSegment[]

/** Takes an issue of a rating. */
export type ReportIssue = (draft: IssueDraft) => void

/** Reads the ratings of one item; the only way to know what a rating means. */
export interface ItemReader {
  /** Returns undefined for a faulty rating, which is reported. */
  readonly read: (rating: unknown, path: RatingPath, report: ReportIssue) => Reading | undefined
}

/** Adds the rounded percentage to a fraction. */
export type Earn = (fraction: Fraction) => Pick<Reading, 'fraction' | 'percent'>

/** Checks the ratings of one item that is recorded and not scored. */
export interface RecordReader {
  /** Returns false for a faulty rating, which is reported. */
  readonly accepts: (rating: unknown, path: RatingPath, report: ReportIssue) => boolean
  /** Whether a rating has to be there where the item applies. */
  readonly isRequired: boolean
  /** Whether every text is a rating, "na" too unless the item may be not applicable. */
  readonly takesAnyText: boolean
  /** Whether it can be not applicable; otherwise it may be rated whatever becomes of its section. */
  readonly hasApplicability: boolean
}
