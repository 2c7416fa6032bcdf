/** A figure as a cell; empty where there is none. */
export function figureCell(value: string | number | null | undefined): string {
  return value === undefined || value === null ? '' : String(value)
}
