/** Where a line is: its file, and its number there. */
export interface FileLine {
  readonly file: string
  readonly line: number
}

/** Gives the lines of several files numbers that go on from file to file, and finds a number's file again. */
export class LineMap {
  private readonly starts: { readonly file: string; readonly offset: number }[] = []
  private last = 0

  /** Begins with another file. */
  begin(file: string): void {
    this.starts.push({ file, offset: this.last })
  }

  /** @param line - in the file that was begun last */
  numberOf(line: number): number {
    const number = (this.starts.at(-1)?.offset ?? 0) + line
    if (number > this.last) this.last = number
    return number
  }

  get files(): readonly string[] {
    return this.starts.map(({ file }) => file)
  }

  placeOf(number: number): FileLine {
    const start = this.starts.findLast(({ offset }) => offset < number)
    return start ? { file: start.file, line: number - start.offset } : { file: '', line: number }
  }
}
