import { excerptOf } from '../../../issues/excerpt-of.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import { nearestName } from '../../../issues/nearest-name.js'
import type { FieldDefinition, FieldRole, FieldType, SamplingDesign } from '../../design/sampling-design.js'
import type { TimeReader } from './call-time.js'
import { NUMBER, textParser, timeParser, valueParser } from './cell-parser.js'
import type { CellForm } from './frame-row.js'

/** Control characters and halves of surrogate pairs, which no id and no label may hold. */
const NOT_PLAIN_TEXT = /[\p{Cc}\p{Cs}]/u

interface Column {
  readonly name: string
  readonly role: FieldRole | undefined
  /** Whether every object inherits something of this name, as `toString`. */
  readonly isOfEveryObject: boolean
  readonly read: (cell: unknown) => Cell
}

type Cell = string | number | boolean | IssueDraft

export function isFault(cell: Cell): cell is IssueDraft {
  return typeof cell === 'object'
}

export function columnOf(
  name: string,
  { type, role }: FieldDefinition,
  form: CellForm,
  design: SamplingDesign,
  timeOf: TimeReader | undefined,
): Column {
  const refuse = (cell: unknown): IssueDraft => {
    const suggestion = suggestionFor(cell, type)
    return {
      code: 'sampling/cell-type',
      path: [name],
      expected: type,
      received: excerptOf(cell),
      ...(suggestion !== undefined && { suggestion }),
      details: { field: name },
    }
  }
  const parse = timeOf ? timeParser(timeOf) : form === 'text' ? textParser(type) : valueParser(type)
  // Ids, agents and labels stand in manifests and are compared byte by byte.
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

/** Whether a text is without control characters and halves of surrogate pairs. */
function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return false
    if (unit >= 0xd800 && unit < 0xe000) return !NOT_PLAIN_TEXT.test(text)
  }
  return true
}

function suggestionFor(cell: unknown, type: FieldType): string | undefined {
  if (typeof cell === 'number' && type === 'string') return String(cell)
  if (typeof cell !== 'string') return undefined
  const trimmed = cell.trim()
  if (type === 'instant' && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/.test(trimmed)) return trimmed.replace(' ', 'T')
  if (type === 'boolean') return nearestName(trimmed.toLowerCase(), ['true', 'false'])
  if ((type === 'integer' || type === 'number') && trimmed !== cell && NUMBER.test(trimmed)) return trimmed
  return undefined
}
