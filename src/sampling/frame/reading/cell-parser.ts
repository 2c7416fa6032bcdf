import type { FieldType } from '../../design/sampling-design.js'
import type { TimeReader } from './call-time.js'

type Parser = (cell: unknown) => string | number | boolean | undefined

/** Whole numbers and numbers as JSON writes them, without leading zeros: `007` is a text. */
const INTEGER = /^(0|-?[1-9]\d*)$/

export const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

export function textParser(type: FieldType): Parser {
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

export function valueParser(type: FieldType): Parser {
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

export function timeParser(timeOf: TimeReader): Parser {
  return (cell) => (typeof cell === 'string' && !Number.isNaN(timeOf(cell)) ? cell : undefined)
}
