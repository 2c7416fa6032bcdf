import { DECORATORS, OPERATORS, type Operator } from './engine-operators.js'
import type { ParsedOperator } from './parse-operator.js'

/** Returns the operator object that Engine would use for the name, made by the engine's own decorators. */
export function operatorOf({ decorators, base }: ParsedOperator): Operator {
  let operator = OPERATORS.get(base)
  if (!operator) throw new RangeError(base)
  for (const name of [...decorators].reverse()) operator = DECORATORS.get(name)?.decorate(operator) ?? operator
  return operator
}
