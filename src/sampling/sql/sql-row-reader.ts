import type { SqlRow } from './sql-row.js'
import { unexpectedRows } from './unexpected-rows.js'

/** Reads the cells of one row; drivers give whole numbers as numbers, bigints or texts. */
export class SqlRowReader {
  constructor(
    private readonly row: SqlRow,
    private readonly index: number,
  ) {}

  /** Returns the value of a column, null where the cell is empty. */
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
