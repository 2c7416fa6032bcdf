import { escapeMarkdown } from '../../documents/escape-markdown.js'

/** Writes a table in Markdown; no text becomes markup or ends its cell. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  left: readonly number[] = [0],
): string {
  const rule = header.map((_, column) => (left.includes(column) ? '---' : '---:'))
  const written = [header.map(escapeMarkdown), rule, ...rows.map((cells) => cells.map(escapeMarkdown))]
  return written.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
