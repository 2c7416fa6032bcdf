import type { FieldType } from '../../design/sampling-design.js'
import type { CellForm } from './frame-row.js'
import type { TimeReader } from './time-reader.js'

/** Value of a cell, or undefined where the cell does not have the type of its column. */
export type CellParser = (cell: unknown) => string | number | boolean | undefined

/** Whole numbers as JSON writes them, without leading zeros: `007` is a text. */
const INTEGER = /^(0|-?[1-9]\d*)$/

/** Numbers as JSON writes them. */
export const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

/**
 * Makes the parser of the cells of a column.
 * @param timeOf - for columns of dates and instants
 */
export function cellParser(type: FieldType, form: CellForm, timeOf: TimeReader | undefined): CellParser {
  if (timeOf) return timeParser(timeOf)
  return form === 'text' ? textParser(type) : valueParser(type)
}

function textParser(type: FieldType): CellParser {
  switch (type) {
    case 'integer':
      return (cell) => {
        const value = typeof cell === 'string' && INTEGER.test(cell) ? Number(cell) : Number.NaN
        return Number.isSafeInteger(value) ? value + 0 : undefined
      }
    case 'number':
      return (cell) => {
        const value = typeof cell === 'string' && NUMBER.test(cell) ? Number(cell) : Number.NaN
        return Number.isFinite(value) ? value : undefined
      }
    case 'boolean':
      return (cell) => (cell === 'true' ? true : cell === 'false' ? false : undefined)
    default:
      return textOf
  }
}

function valueParser(type: FieldType): CellParser {
  switch (type) {
    case 'integer':
      return (cell) => (typeof cell === 'number' && Number.isSafeInteger(cell) ? cell : undefined)
    case 'number':
      return (cell) => (typeof cell === 'number' && Number.isFinite(cell) ? cell : undefined)
    case 'boolean':
      return (cell) => (typeof cell === 'boolean' ? cell : undefined)
    default:
      return textOf
  }
}

function textOf(cell: unknown): string | undefined {
  return typeof cell === 'string' ? cell : undefined
}

function timeParser(timeOf: TimeReader): CellParser {
  return (cell) => (typeof cell === 'string' && !Number.isNaN(timeOf(cell)) ? cell : undefined)
}
