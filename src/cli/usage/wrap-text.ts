import { widthOf } from '../output/width-of.js'

/** Marks that begin no line. */
const CLOSING = /[，。、；：！？）”》,.;:!?)]/

/**
 * Breaks a text into lines of at most so many columns of a terminal: between words, and between any two Chinese
 * characters of which the second is no closing mark.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[^\s\p{Script=Han}，。、；：（）]+|\s+|[\p{Script=Han}，。、；：（）]/gu) ?? []) {
    const isTooLong = widthOf(line + piece.trimEnd()) > width
    if (isTooLong && line.trim() !== '' && !CLOSING.test(piece)) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
