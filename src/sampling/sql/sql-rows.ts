import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'

/** A row of a result by the names of its columns, as a driver gives it. */
export type SqlRow = Readonly<Record<string, unknown>>

/** Reads the cells of one row; drivers give whole numbers as numbers, bigints or texts. */
export class SqlRowReader {
  constructor(
    private readonly row: SqlRow,
    private readonly index: number,
  ) {}

  /** Null where the cell is empty. */
  cell(column: string): unknown {
    for (const name of [column, column.toUpperCase()]) if (Object.hasOwn(this.row, name)) return this.row[name] ?? null
    throw unexpectedRows([this.index, column], 'column', undefined)
  }

  text(column: string): string {
    const cell = this.cell(column)
    if (typeof cell !== 'string') throw unexpectedRows([this.index, column], 'string', cell)
    return cell
  }

  optionalText(column: string): string | undefined {
    return this.cell(column) === null ? undefined : this.text(column)
  }

  count(column: string): number {
    const cell = this.cell(column)
    const isWhole =
      typeof cell === 'number' || typeof cell === 'bigint' || (typeof cell === 'string' && /^\d{1,16}$/.test(cell))
    const count = isWhole ? Number(cell) : Number.NaN
    if (!Number.isSafeInteger(count) || count < 0) throw unexpectedRows([this.index, column], 'integer >= 0', cell)
    return count
  }

  optionalCount(column: string): number | undefined {
    return this.cell(column) === null ? undefined : this.count(column)
  }
}

/** What the rows of a query may not be. @param path - number of the row from 0, and its column */
export function unexpectedRows(path: readonly PathSegment[], expected: string, received: unknown): CallgradeError {
  return new CallgradeError([
    issueOf({ code: 'sampling/sql-rows', path, expected, received: excerptOf(received) }, undefined),
  ])
}
