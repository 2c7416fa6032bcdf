import type { IssueCode } from '../../../issues/index.js'

/** The text of one evaluation with its place in the file; lines and columns count from 1. */
export interface EvaluationText {
  readonly text: string
  readonly line: number
  readonly column: number
}

/** A fault between evaluations. */
export interface SplitFault {
  readonly code: IssueCode
  readonly line: number
  readonly column: number
  readonly expected?: string
  readonly received?: string
}

/** Splits text that comes in pieces. */
export interface Splitter {
  push(piece: string): Iterable<EvaluationText | SplitFault>
  end(): Iterable<EvaluationText | SplitFault>
}
