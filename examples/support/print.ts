/** Columns that a text takes on a terminal; Chinese characters take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0)
}

function padding(cell: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(cell)))
}

/** One line of a table: the first cell to the left, the others to the right. */
export function row(cells: readonly string[], first = 10, others = 13): string {
  return cells.map((cell, index) => (index === 0 ? cell + padding(cell, first) : padding(cell, others) + cell)).join('')
}

export function print(line: string): void {
  console.log(line)
}
