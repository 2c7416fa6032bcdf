import type { FactDefinition } from './condition.js'

/** Type of the value that a reference yields; `any` where a path reaches into data whose parts are not declared. */
export type OperandType = 'number' | 'string' | 'boolean' | 'list' | 'object' | 'any'

/** One thing that a condition may refer to by `fact`. */
export type VocabularyEntry =
  | { readonly kind: 'value'; readonly type: OperandType; readonly values?: readonly string[] }
  /** Has members that are reached by a path of one name, such as `ratings`. */
  | { readonly kind: 'group'; readonly members: ReadonlyMap<string, MemberEntry> }
  /** Exists, but not for this condition. */
  | { readonly kind: 'hidden' }

/** A member of a group. */
export interface MemberEntry {
  readonly type: OperandType
  readonly values?: readonly string[]
}

/** All that a condition may refer to, by the name in `fact`. */
export type Vocabulary = ReadonlyMap<string, VocabularyEntry>

/** The vocabulary of declared facts. */
export function vocabularyOf(facts: Readonly<Record<string, FactDefinition>>): Map<string, VocabularyEntry> {
  const vocabulary = new Map<string, VocabularyEntry>()
  for (const [id, fact] of Object.entries(facts)) {
    const type = fact.type === 'integer' ? 'number' : fact.type
    vocabulary.set(id, { kind: 'value', type, ...(fact.type === 'string' && fact.values && { values: fact.values }) })
  }
  return vocabulary
}
