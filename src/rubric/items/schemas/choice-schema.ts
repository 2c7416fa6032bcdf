import type { JsonSchema } from '../../../documents/schema/json-schema.js'

/** One answer that can be given. */
export interface AnswerChoice {
  readonly value: string | number | boolean
  readonly title: string
  readonly description?: string
}

/**
 * A choice of described answers. Each is an `enum` of one and no `const`: form generators take the first `const` for
 * the answer before one is given. The type is stated because they show nothing without it.
 */
export function choiceSchema(choices: readonly AnswerChoice[]): JsonSchema {
  // Text first: then a form generator shows a list, and no tick for what may also be n/a.
  const types = [...new Set(choices.map(({ value }) => typeof value))].sort().reverse()
  return {
    type: types.length === 1 ? types[0] : types,
    anyOf: choices.map(({ value, ...rest }) => ({ enum: [value], ...rest })),
  }
}
