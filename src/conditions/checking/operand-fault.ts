import { excerptOf } from '../../issues/excerpt-of.js'
import { type Operand, typeOfLiteral } from './operand.js'

/**
 * Finds the first reason why an operator does not fit its sides; it has to fit every type that either can have.
 * @param base - operator without decorators
 */
export function operandFault(base: string, a: Operand, b: Operand): { expected: string; received: string } | undefined {
  for (const left of a.types ?? [a.type]) {
    for (const right of b.types ?? [b.type]) {
      const fault = faultOfOperands(base, { ...a, type: left }, { ...b, type: right })
      if (fault) return fault
    }
  }
  return undefined
}

function faultOfOperands(base: string, a: Operand, b: Operand): { expected: string; received: string } | undefined {
  switch (base) {
    case 'in':
    case 'notIn':
      return b.type === 'any' ? undefined : (faultOfList(b) ?? faultOfElements(a, b))
    case 'contains':
    case 'doesNotContain':
      return a.type === 'any' ? undefined : (faultOfList(a) ?? faultOfElements(b, a))
    case 'equal':
    case 'notEqual':
      return faultOfEquality(a, b)
    default: {
      // The four comparisons of size: numbers alone, so that null is not taken for 0 nor "10" for 10.
      for (const side of [a, b])
        if (side.type !== 'number' && side.type !== 'any') return { expected: 'number', received: side.type }
      return undefined
    }
  }
}

function faultOfList(side: Operand): { expected: string; received: string } | undefined {
  return side.type === 'list' && !side.isElement ? undefined : { expected: 'list', received: side.type }
}

/** Every element of a literal list has to be of the type of what is looked for. */
function faultOfElements(wanted: Operand, list: Operand): { expected: string; received: string } | undefined {
  if (wanted.type === 'list' || wanted.type === 'object')
    return { expected: 'number | string | boolean', received: wanted.type }
  for (const element of list.elements ?? []) {
    const type = typeOfLiteral(element)
    if (type === 'list' || type === 'object') return { expected: 'number | string | boolean', received: type }
    if (wanted.type !== 'any' && type !== wanted.type) return { expected: wanted.type, received: excerptOf(element) }
  }
  return undefined
}

function faultOfEquality(a: Operand, b: Operand): { expected: string; received: string } | undefined {
  // The engine compares lists and objects by identity, which is never true.
  for (const side of [a, b])
    if (side.type === 'list' || side.type === 'object')
      return { expected: 'number | string | boolean', received: side.type }
  if (a.type === 'any' || b.type === 'any' || a.type === b.type) return undefined
  return { expected: a.type, received: b.literal === undefined ? b.type : excerptOf(b.literal) }
}
