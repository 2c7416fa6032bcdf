/** Columns of a terminal that a text takes; Chinese characters and full-width forms take two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1
  return width
}

/** A table with columns as wide as they need: texts to the left, figures to the right. */
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

/** A share in percent with a fixed number of digits. */
export function percentText(fraction: number, digits = 1): string {
  return `${(fraction * 100).toFixed(digits)} %`
}

/** A text as a cell of CSV (RFC 4180). */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same as a table of Markdown. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  left: readonly number[] = [0],
): string {
  const rule = header.map((_, column) => (left.includes(column) ? '---' : '---:'))
  return [header, rule, ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`)
    .join('\n')
}
