import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { checkOperands } from './check-operands.js'
import type { CheckScope } from './check-scope.js'
import { readOperand } from './read-operand.js'
import { readOperator } from './read-operator.js'
import { readValue } from './read-value.js'

/**
 * Checks one comparison: its fact, its operator, its value, and whether they fit each other.
 * @param drafts - takes the faults
 */
export function checkLeaf(
  leaf: Readonly<Record<string, unknown>>,
  path: readonly PathSegment[],
  scope: CheckScope,
  drafts: IssueDraft[],
): void {
  const left = readOperand(leaf, path, scope, drafts)
  const operator = readOperator(leaf.operator, [...path, 'operator'], drafts)
  if (!Object.hasOwn(leaf, 'value')) {
    drafts.push({ code: 'document/missing-key', path: [...path, 'value'], expected: 'value' })
    return
  }
  const right = readValue(leaf.value, [...path, 'value'], scope, drafts)
  if (left && operator && right) checkOperands(left, operator, right, path, drafts)
}
