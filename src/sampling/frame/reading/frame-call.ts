import type { IssueDraft } from '../../../issues/issue-draft.js'

/** The values of one row in the order of the design's fields; undefined where missing. */
export type Cells = readonly unknown[]

/** A call of the frame. */
export interface FrameCall {
  readonly kind: 'call'
  readonly id: string
  readonly labels: readonly string[]
  /** Compact JSON of the labels. */
  readonly stratum: string
  /** The stratum's number in this reader: small, whole, the same for all its calls. */
  readonly stratumIndex: number
  readonly agent: string | undefined
  readonly cells: Cells
  /** Wall time of the design's zone in milliseconds as if it were UTC's, where a column says when the call was. */
  readonly wallTime: number | undefined
}

/** A row once read: a call of the frame, a row that `eligible` leaves out, or a faulty row. */
export type ReadRow =
  | FrameCall
  | { readonly kind: 'not-eligible' }
  | { readonly kind: 'faulty'; readonly drafts: readonly IssueDraft[] }
