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

/** A decorator object of json-rules-engine; it makes one operator of another. */
export interface Decorator {
  readonly name: string
  readonly decorate: (operator: Operator) => Operator
}

/** Returns the list that a CommonJS module exports: the bundler gives the list, Node the module around it. */
function listOf<T>(module: unknown): readonly T[] {
  const list = typeof module === 'object' && module !== null && 'default' in module ? module.default : module
  return list as readonly T[] // the engine's own files hold these lists
}

/** Operators of the engine by name. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  listOf<Operator>(operatorsModule).map((operator) => [operator.name, operator]),
)
/** Decorators of the engine by name. */
export const DECORATORS: ReadonlyMap<string, Decorator> = new Map(
  listOf<Decorator>(decoratorsModule).map((decorator) => [decorator.name, decorator]),
)

/** Names of the plain operators, in the engine's order. */
export const OPERATOR_NAMES: readonly string[] = [...OPERATORS.keys()]
/** Names of the decorators, in the engine's order. */
export const DECORATOR_NAMES: readonly string[] = [...DECORATORS.keys()]
