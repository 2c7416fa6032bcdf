import type { Json } from '../documents/reading/plain-copy.js'
import type { Text } from '../issues/text.js'

/** A rule in json-rules-engine's JSON, in the strict subset of this library. */
export type Condition = AllCondition | AnyCondition | NotCondition | NamedCondition

/** True when every part is true. */
export interface AllCondition {
  readonly all: readonly (Condition | Leaf)[]
  readonly note?: Text
}

/** True when at least one part is true. */
export interface AnyCondition {
  readonly any: readonly (Condition | Leaf)[]
  readonly note?: Text
}

/** True when the part is false. */
export interface NotCondition {
  readonly not: Condition | Leaf
  readonly note?: Text
}

/** A reference to a condition declared by name. */
export interface NamedCondition {
  readonly condition: string
  readonly note?: Text
}

/** Compares one fact with a value or with another fact. */
export interface Leaf {
  readonly fact: string
  /** An operator of json-rules-engine, with its decorators before it: `lessThan`, `not:in`, `someFact:equal`. */
  readonly operator: string
  readonly value: LeafValue
  /** Reaches into a list or object: `$.a.b[0]["c"]`. */
  readonly path?: string
  readonly note?: Text
}

/** The value that a leaf compares with: a literal, a list of literals, or another fact. */
export type LeafValue = null | boolean | number | string | readonly Json[] | FactReference

/** The value of a fact, used in place of a literal. */
export interface FactReference {
  readonly fact: string
  readonly path?: string
}

/** A declared fact: its type and its values. */
export type FactDefinition =
  | {
      readonly type: 'number' | 'integer'
      readonly minimum?: number
      readonly maximum?: number
      readonly description?: Text
      readonly note?: Text
    }
  | { readonly type: 'string'; readonly values?: readonly string[]; readonly description?: Text; readonly note?: Text }
  | { readonly type: 'boolean' | 'list' | 'object'; readonly description?: Text; readonly note?: Text }

/** Facts and named conditions that a condition may refer to. */
export interface ConditionScope {
  /** Declared facts by id. */
  readonly facts: Readonly<Record<string, FactDefinition>>
  /** Named conditions, for `{"condition": name}`. */
  readonly conditions?: Readonly<Record<string, Condition>>
}

/** Values of facts by id; one that is absent or undefined is unknown. */
export type Facts = Readonly<Record<string, unknown>>
