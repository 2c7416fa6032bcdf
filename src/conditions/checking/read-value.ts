import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { checkKeys } from './check-keys.js'
import type { CheckScope } from './check-scope.js'
import { MAXIMUM_LIST_VALUES } from './condition-limits.js'
import type { Operand } from './operand.js'
import { readOperand } from './read-operand.js'

/**
 * Reads the value that a leaf compares with: a literal, a list of literals, or a reference to a fact.
 * @param drafts - takes the faults of the value
 * @returns undefined where the value is at fault
 */
export function readValue(
  value: unknown,
  path: readonly PathSegment[],
  scope: CheckScope,
  drafts: IssueDraft[],
): Operand | undefined {
  if (Array.isArray(value)) {
    if (value.length === 0) {
      drafts.push({ code: 'document/empty', path, expected: '>= 1', received: '[]' })
      return undefined
    }
    if (value.length > MAXIMUM_LIST_VALUES) {
      const details = { maximum: MAXIMUM_LIST_VALUES }
      drafts.push({ code: 'conditions/too-many', path, expected: `<= ${MAXIMUM_LIST_VALUES}`, details })
      return undefined
    }
    return { type: 'list', elements: value }
  }
  if (typeof value === 'object' && value !== null) {
    const reference = value as Readonly<Record<string, unknown>> // an object and no list
    checkKeys(reference, path, ['fact', 'path', 'note'], drafts)
    return readOperand(reference, path, scope, drafts)
  }
  return { type: value === null ? 'null' : (typeof value as 'number' | 'string' | 'boolean'), literal: value }
}
