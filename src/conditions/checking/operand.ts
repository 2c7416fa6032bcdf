import type { OperandType } from '../vocabulary.js'

/** One side of a comparison, as far as it is known when the document is read. */
export interface Operand {
  readonly type: OperandType | 'null'
  /** All types that the elements of a literal list have, where they are compared one by one. */
  readonly types?: readonly (OperandType | 'null')[]
  readonly name?: string
  /** Texts that a declared fact may be. */
  readonly values?: readonly string[]
  readonly literal?: unknown
  readonly elements?: readonly unknown[]
  readonly isElement?: boolean
}

/** An operand about which nothing is known. */
export const ANYTHING: Operand = { type: 'any' }

/** Returns the type of a value as written. */
export function typeOfLiteral(value: unknown): OperandType | 'null' {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return typeof value as OperandType
}
