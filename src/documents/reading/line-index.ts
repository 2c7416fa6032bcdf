import type { Position } from '../../issues/issue.js'

/** Lines of one text, counted when the first position is needed. */
export class LineIndex {
  private lineStarts: readonly number[] | undefined

  constructor(private readonly text: string) {}

  /** Returns the line and column of an offset. */
  position(offset: number): Position {
    this.lineStarts ??= lineStartsOf(this.text)
    let low = 0
    let high = this.lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1, offset }
  }
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
