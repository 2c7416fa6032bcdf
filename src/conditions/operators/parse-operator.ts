import { DECORATORS, OPERATORS } from './engine-operators.js'

/** Maximum number of decorators before one operator; more make no sense, and each costs a call. */
const MAXIMUM_DECORATORS = 8

/** An operator's name taken apart: decorators from the outermost to the innermost, then the plain operator. */
export interface ParsedOperator {
  readonly decorators: readonly string[]
  readonly base: string
}

/** Takes a name such as `someFact:not:equal` apart; undefined where a part is unknown. */
export function parseOperator(name: string): ParsedOperator | undefined {
  const parts = name.split(':')
  const base = parts.pop() ?? ''
  if (!OPERATORS.has(base) || parts.length > MAXIMUM_DECORATORS || !parts.every((part) => DECORATORS.has(part)))
    return undefined
  return { decorators: parts, base }
}
