const SYMBOLS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '≠',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
  in: '∈',
  notIn: '∉',
  contains: '∋',
  doesNotContain: '∌',
}

/**
 * Writes an operator as its symbol, which is the same in every language; operators without one, such as decorated
 * ones, stay as they are.
 * @example
 * operatorSymbol('lessThan') //=> '<'
 */
export function operatorSymbol(operator: string): string {
  return Object.hasOwn(SYMBOLS, operator) ? (SYMBOLS[operator] ?? operator) : operator
}
