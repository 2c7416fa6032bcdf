import type { OperandType } from '../vocabulary.js'

/** One side of a comparison, as far as it is known when the document is read. */
export interface Operand {
  readonly type: OperandType | 'null'
  /** All types that the elements of a literal list have, where they stand one by one. */
  readonly types?: readonly (OperandType | 'null')[]
  readonly name?: string
  /** What a declared text may be. */
  readonly values?: readonly string[]
  readonly literal?: unknown
  readonly elements?: readonly unknown[]
  readonly isElement?: boolean
}

/** A side of which nothing is known. */
export const ANYTHING: Operand = { type: 'any' }

/** Gives the type of a value as written. */
export function typeOfLiteral(value: unknown): OperandType | 'null' {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return typeof value as OperandType
}
