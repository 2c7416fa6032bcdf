import { nearestName } from '../../../issues/nearest-name.js'
import type { FieldType } from '../../design/sampling-design.js'
import { NUMBER } from './cell-parser.js'

/** Returns the value that was probably meant by a cell of the wrong type. */
export function suggestedCell(cell: unknown, type: FieldType): string | undefined {
  if (typeof cell === 'number' && type === 'string') return String(cell)
  if (typeof cell !== 'string') return undefined
  const trimmed = cell.trim()
  if (type === 'instant' && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/.test(trimmed)) return trimmed.replace(' ', 'T')
  if (type === 'boolean') return nearestName(trimmed.toLowerCase(), ['true', 'false'])
  if ((type === 'integer' || type === 'number') && trimmed !== cell && NUMBER.test(trimmed)) return trimmed
  return undefined
}
