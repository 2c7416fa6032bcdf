import type { CommandContext } from '../command-context.js'
import { csvCell } from './csv-cell.js'

/** By this mark Excel knows that a CSV file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** Writes rows as CSV, with a byte-order mark unless `--no-bom` was given. */
export function csvText(
  rows: readonly (readonly string[])[],
  { hasByteOrderMark }: Pick<CommandContext, 'hasByteOrderMark'>,
): string {
  const lines = rows.map((cells) => `${cells.map(csvCell).join(',')}\n`)
  return (hasByteOrderMark ? BYTE_ORDER_MARK : '') + lines.join('')
}
