/**
 * Form of the cells: `text`, as in CSV, where every cell is a text and an empty one is missing; or `values`, as in
 * JSON, where a number is a number, and null or undefined is missing.
 */
export type CellForm = 'text' | 'values'

/** One row of the data by the names of its columns. */
export type FrameRow = Readonly<Record<string, unknown>>
