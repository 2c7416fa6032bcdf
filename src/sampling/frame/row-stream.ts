import type { BrokenRow } from './reading/broken-row.js'
import type { FrameRow } from './reading/frame-row.js'

/** Stream that takes the rows of a frame in order and returns its result after the last. */
export interface RowStream<Result> {
  /**
   * Takes the next row.
   * @param line - its place in the file; counted from 1 where absent
   */
  readonly add: (row: FrameRow | BrokenRow, line?: number) => void
  /** Returns the result of all rows; the functions that make such streams say what it throws. */
  readonly finish: () => Result
}
