import { nearestName } from '../../issues/nearest-name.js'
import { DECORATOR_NAMES, OPERATOR_NAMES } from '../operators/engine-operators.js'

/** Finds the operator that a misspelt one most likely meant, decorators included. */
export function suggestedOperator(name: string): string | undefined {
  const parts = name.split(':')
  const base = parts.pop() ?? ''
  const rightBase = SYMBOLS.get(base) ?? nearestName(base, OPERATOR_NAMES)
  const rightDecorators = parts.map((part) => nearestName(part, DECORATOR_NAMES))
  if (rightBase === undefined || rightDecorators.includes(undefined)) return undefined
  return [...rightDecorators, rightBase].join(':')
}

/** Operators as spreadsheets and other languages write them. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['=', 'equal'],
  ['==', 'equal'],
  ['===', 'equal'],
  ['!=', 'notEqual'],
  ['<>', 'notEqual'],
  ['<', 'lessThan'],
  ['<=', 'lessThanInclusive'],
  ['>', 'greaterThan'],
  ['>=', 'greaterThanInclusive'],
  ['equals', 'equal'],
  ['lessThanOrEqual', 'lessThanInclusive'],
  ['greaterThanOrEqual', 'greaterThanInclusive'],
])
