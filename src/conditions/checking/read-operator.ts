import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { OPERATOR_NAMES } from '../operators/engine-operators.js'
import { type ParsedOperator, parseOperator } from '../operators/parse-operator.js'
import { notText } from './not-text.js'
import { suggestedOperator } from './suggested-operator.js'

/**
 * Reads the operator of a leaf.
 * @param drafts - takes the fault of the operator
 * @returns undefined where the operator is at fault
 */
export function readOperator(
  name: unknown,
  path: readonly PathSegment[],
  drafts: IssueDraft[],
): ParsedOperator | undefined {
  if (typeof name !== 'string') {
    drafts.push(notText(name, path))
    return undefined
  }
  const parsed = parseOperator(name)
  if (parsed) return parsed
  const suggestion = suggestedOperator(name)
  drafts.push({
    code: 'conditions/unknown-operator',
    path,
    expected: alternatives(OPERATOR_NAMES),
    received: excerptOf(name),
    ...(suggestion !== undefined && { suggestion }),
  })
  return undefined
}
