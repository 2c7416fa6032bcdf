/**
 * Inverts a square matrix that has an inverse. Method: Gauss and Jordan, with pivots by column.
 */
export function invertMatrix(matrix: readonly Float64Array[]): readonly Float64Array[] {
  const size = matrix.length
  const rows = matrix.map((row, place) => {
    const wide = new Float64Array(2 * size)
    wide.set(row)
    wide[size + place] = 1
    return wide
  })
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row
    const own = rows[pivot]
    const other = rows[column]
    if (!own || !other) continue
    rows[pivot] = other
    rows[column] = own
    const factor = own[column] ?? 1
    for (let at = 0; at < 2 * size; at++) own[at] = (own[at] ?? 0) / factor
    for (const [place, row] of rows.entries()) {
      const times = row[column] ?? 0
      if (place === column || times === 0) continue
      for (let at = 0; at < 2 * size; at++) row[at] = (row[at] ?? 0) - times * (own[at] ?? 0)
    }
  }
  return rows.map((row) => row.slice(size))
}
