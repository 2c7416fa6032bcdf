import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'
import type { ParsedOperator } from '../operators/parse-operator.js'
import { ANYTHING, type Operand, typeOfLiteral } from './operand.js'
import { operandFault } from './operand-fault.js'

type Path = readonly PathSegment[]

/**
 * Checks whether an operator can compare two operands at all; one that never can is an author's mistake.
 * @param drafts - takes the faults
 */
export function checkOperands(
  left: Operand,
  operator: ParsedOperator,
  right: Operand,
  path: Path,
  drafts: IssueDraft[],
): void {
  let [a, b] = [left, right]
  for (const decorator of operator.decorators) {
    if (decorator === 'swap') [a, b] = [b, a]
    else if (decorator === 'someFact' || decorator === 'everyFact') a = elementOf(a, path, decorator, drafts)
    else if (decorator === 'someValue' || decorator === 'everyValue') b = elementOf(b, path, decorator, drafts)
  }
  const fault = operandFault(operator.base, a, b)
  if (fault) {
    const details = { operator: [...operator.decorators, operator.base].join(':') }
    drafts.push({ code: 'conditions/operand', path, expected: fault.expected, received: fault.received, details })
  } else checkTexts(a, b, [...path, 'value'], drafts)
}

/** Returns the element of a list that a decorator compares one by one. */
function elementOf(operand: Operand, path: Path, decorator: string, drafts: IssueDraft[]): Operand {
  if (operand.type === 'any') return operand
  if (operand.type !== 'list') {
    const details = { operator: decorator }
    drafts.push({ code: 'conditions/operand', path, expected: 'list', received: operand.type, details })
    return ANYTHING
  }
  // The elements of a literal list are compared themselves; those of lists in lists are not checked.
  if (operand.elements && !operand.isElement) {
    const types = [...new Set(operand.elements.map(typeOfLiteral))]
    return { type: types[0] ?? 'any', types, elements: operand.elements, isElement: true }
  }
  return operand.values ? { type: 'string', values: operand.values, name: operand.name ?? '' } : ANYTHING
}

/** Checks for texts that a fact can never be, most often a misspelt option or business type. */
function checkTexts(a: Operand, b: Operand, path: Path, drafts: IssueDraft[]): void {
  for (const [declared, given] of [
    [a, b],
    [b, a],
  ] as const) {
    if (!declared.values) continue
    const details = { ...(declared.name !== undefined && { fact: declared.name }) }
    const texts = given.literal !== undefined ? [given.literal] : (given.elements ?? [])
    for (const text of texts) {
      if (typeof text !== 'string' || declared.values.includes(text)) continue
      drafts.push(unknownName({ code: 'conditions/unknown-value', path, name: text, known: declared.values, details }))
    }
  }
}
