import type { SamplingDesign } from '../design/sampling-design.js'
import type { FrameOptions } from './frame-options.js'
import type { BrokenRow } from './reading/broken-row.js'
import type { FrameCall } from './reading/frame-call.js'
import { type FrameReader, frameReader } from './reading/frame-reader.js'
import type { CellForm, FrameRow } from './reading/frame-row.js'
import { RowFaults } from './row-faults.js'

/** Form and number of the rows of one pass. */
export interface ScannedRows {
  readonly cells: CellForm
  readonly badRows: 'refuse' | 'leave-out'
  /** Rows read, faulty ones included. */
  readonly rows: number
  /** Faulty rows that were left out by choice. */
  readonly leftOut: number
}

/** One pass over the rows of a frame; each row is read once. */
export class FrameScan {
  readonly reader: FrameReader
  private readonly cells: CellForm
  private readonly badRows: 'refuse' | 'leave-out'
  private readonly faults: RowFaults
  private rowCount = 0

  constructor(
    design: SamplingDesign,
    { cells = 'values', badRows = 'refuse' }: Pick<FrameOptions, 'cells' | 'badRows'>,
  ) {
    this.cells = cells
    this.badRows = badRows
    this.reader = frameReader(design, cells)
    this.faults = new RowFaults(badRows)
  }

  /**
   * Reads the next row.
   * @param line - its place in the file; counted from 1 where absent
   * @returns the call; undefined for a row that is not eligible, and for a faulty one, which is noted
   */
  read(row: FrameRow | BrokenRow, line = this.rowCount + 1): FrameCall | undefined {
    this.rowCount++
    const read = this.reader.read(row)
    if (read.kind === 'call') return read
    if (read.kind === 'faulty') this.faults.add(read.drafts, line)
    return undefined
  }

  /**
   * Ends the pass.
   * @throws CallgradeError with the faults of all rows, unless they are left out
   */
  finish(): ScannedRows {
    this.faults.throwIfAny()
    return { cells: this.cells, badRows: this.badRows, rows: this.rowCount, leftOut: this.faults.leftOut }
  }
}
