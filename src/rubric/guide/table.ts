import type { GuideBlock, Inlines } from './guide-document.js'

/** A table; its cells may be plain text. */
export function table(
  header: readonly string[],
  rows: readonly (readonly (Inlines | string)[])[],
  figures = 0,
): GuideBlock {
  const filled = rows.map((row) => row.map((cell): Inlines => (typeof cell === 'string' ? [cell] : cell)))
  return { kind: 'table', header, rows: filled, figures }
}
