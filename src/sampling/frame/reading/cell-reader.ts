import { excerptOf } from '../../../issues/excerpt-of.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { FieldDefinition, FieldRole, SamplingDesign } from '../../design/sampling-design.js'
import { cellParser } from './cell-parser.js'
import type { CellForm } from './frame-row.js'
import { isPlainText } from './is-plain-text.js'
import { suggestedCell } from './suggested-cell.js'
import type { TimeReader } from './time-reader.js'

/** Reader of the cells of one column. */
export interface CellReader {
  readonly name: string
  readonly role: FieldRole | undefined
  /** Whether every object inherits a member of this name, such as `toString`. */
  readonly isOfEveryObject: boolean
  readonly read: (cell: unknown) => Cell
}

/** Value of a cell, or its fault. */
type Cell = string | number | boolean | IssueDraft

/** Returns whether a cell is faulty. */
export function isFault(cell: Cell): cell is IssueDraft {
  return typeof cell === 'object'
}

/** Compiles the reader of one column's cells. */
export function cellReader(
  name: string,
  { type, role }: FieldDefinition,
  form: CellForm,
  design: SamplingDesign,
  timeOf: TimeReader | undefined,
): CellReader {
  const refuse = (cell: unknown): IssueDraft => {
    const suggestion = suggestedCell(cell, type)
    return {
      code: 'sampling/cell-type',
      path: [name],
      expected: type,
      received: excerptOf(cell),
      ...(suggestion !== undefined && { suggestion }),
      details: { field: name },
    }
  }
  const parse = cellParser(type, form, timeOf)
  // Manifests hold ids, agents and labels, and compare them byte by byte.
  const isName = type === 'string' && ((design.strata ?? []).includes(name) || role !== undefined)
  return {
    name,
    role,
    isOfEveryObject: name in Object.prototype,
    read: isName
      ? (cell) => {
          if (typeof cell !== 'string') return refuse(cell)
          if (isPlainText(cell)) return cell
          return { code: 'sampling/bad-text', path: [name], received: excerptOf(cell), details: { field: name } }
        }
      : (cell) => parse(cell) ?? refuse(cell),
  }
}
