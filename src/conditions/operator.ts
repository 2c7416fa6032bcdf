import decoratorsModule from 'json-rules-engine/dist/engine-default-operator-decorators.js'
import operatorsModule from 'json-rules-engine/dist/engine-default-operators.js'

/** An operator object of json-rules-engine. */
export interface Operator {
  readonly name: string
  /** Compares without looking at the left side's type. */
  readonly cb: (left: unknown, right: unknown) => boolean
  /** Looks at the left side's type first; false where it does not fit. */
  readonly evaluate: (left: unknown, right: unknown) => boolean
}

interface Decorator {
  readonly name: string
  readonly decorate: (operator: Operator) => Operator
}

/** CommonJS seen from ESM: the bundler gives the array, Node the module around it. */
function listOf<T>(module: unknown): readonly T[] {
  const list = typeof module === 'object' && module !== null && 'default' in module ? module.default : module
  return list as readonly T[]
}

const operators: ReadonlyMap<string, Operator> = new Map(
  listOf<Operator>(operatorsModule).map((operator) => [operator.name, operator]),
)
const decorators: ReadonlyMap<string, Decorator> = new Map(
  listOf<Decorator>(decoratorsModule).map((decorator) => [decorator.name, decorator]),
)

/** Names of the plain operators, in the engine's order. */
export const OPERATOR_NAMES: readonly string[] = [...operators.keys()]
/** Names of the decorators, in the engine's order. */
export const DECORATOR_NAMES: readonly string[] = [...decorators.keys()]

/** Decorators before one operator; more than a few make no sense, and each costs a call. */
const MAXIMUM_DECORATORS = 8

/** An operator's name taken apart: decorators from the outermost to the innermost, then the plain operator. */
export interface ParsedOperator {
  readonly decorators: readonly string[]
  readonly base: string
}

/** Takes `someFact:not:equal` apart; undefined where a part is unknown. */
export function parseOperator(name: string): ParsedOperator | undefined {
  const parts = name.split(':')
  const base = parts.pop() ?? ''
  if (!operators.has(base) || parts.length > MAXIMUM_DECORATORS || !parts.every((part) => decorators.has(part)))
    return undefined
  return { decorators: parts, base }
}

/** The operator object that Engine would use for the name, made by the engine's own decorators. */
export function operatorOf({ decorators: names, base }: ParsedOperator): Operator {
  let operator = operators.get(base)
  if (!operator) throw new RangeError(base)
  for (const name of [...names].reverse()) operator = decorators.get(name)?.decorate(operator) ?? operator
  return operator
}
