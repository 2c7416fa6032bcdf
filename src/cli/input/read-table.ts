import type { CommandContext } from '../command-context.js'
import { WrongUse } from '../faults/wrong-use.js'
import { readCsv } from './text/read-csv.js'
import { readTextPieces } from './text/read-text-pieces.js'

/**
 * Reads columns of a CSV file by their headings.
 * @param wanted - columns that have to be there; those of `more` may be
 * @throws WrongUse where a wanted column is missing
 */
export async function readTable(
  file: string,
  wanted: readonly string[],
  context: CommandContext,
  more: readonly string[] = [],
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly lines: readonly number[] }> {
  let places: readonly number[] = []
  let missing: string | undefined
  const rows: (readonly string[])[] = []
  const lines: number[] = []
  await readCsv(readTextPieces(file, context), {
    header: (cells) => {
      const names = cells.map((cell) => cell.replace(/^\ufeff/, ''))
      places = [...wanted, ...more].map((name) => names.indexOf(name))
      missing = wanted.find((name) => !names.includes(name))
    },
    row: (cells, line) => {
      rows.push(places.map((place) => cells[place] ?? ''))
      lines.push(line)
    },
    misquoted: (line) => {
      rows.push(places.map(() => ''))
      lines.push(line)
    },
  })
  if (missing !== undefined || places.length === 0)
    throw new WrongUse(context.words.faults.noColumn(missing ?? wanted[0] ?? ''))
  return { rows, lines }
}
