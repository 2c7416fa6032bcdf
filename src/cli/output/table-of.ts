import { widthOf } from './width-of.js'

/** Writes a table with columns as wide as they need to be: texts to the left, figures to the right. */
export function tableOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  left: readonly number[] = [0],
): string {
  const widths = header.map((title, column) =>
    Math.max(widthOf(title), ...rows.map((cells) => widthOf(cells[column] ?? ''))),
  )
  return [header, ...rows]
    .map((cells) =>
      cells
        .map((cell, column) => {
          const blank = ' '.repeat((widths[column] ?? 0) - widthOf(cell))
          return left.includes(column) ? cell + blank : blank + cell
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
