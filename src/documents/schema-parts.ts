import * as z from 'zod'
import { DATE_PATTERN } from './date-pattern.js'

/** Ids: letters of any script, digits, `_`, `-`, starting with a letter or digit. */
export const ID_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u

/** What a schema tells `shapeIssues` through zod's message; a data channel, never shown to people. */
export type SchemaNote =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'id' }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' }
  | { readonly kind: 'condition' }

function note(value: SchemaNote): string {
  return JSON.stringify(value)
}

/** Gives a field its description in both languages; editors show it while the author types. */
export function described<S extends z.ZodType>(schema: S, english: string, chinese: string): S {
  return schema.describe(`${chinese} / ${english}`)
}

/** An object that knows its keys and takes a `note`; anything else in it is a fault. */
export function strictObject<Shape extends z.ZodRawShape>(shape: Shape) {
  const full = {
    ...shape,
    note: described(
      textSchema(),
      'A remark for people; changes nothing.',
      '给人看的备注，不影响任何结果。',
    ).exactOptional(),
  }
  const keys = Object.keys(full)
  return z.strictObject(full, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? note({ kind: 'keys', keys }) : undefined),
  })
}

/** A text in one language or in both. */
export function textSchema() {
  return z.union(
    [
      z.string().min(1),
      z.strictObject(
        {
          'zh-CN': z.string().min(1).describe('中文 / In Chinese'),
          en: z.string().min(1).describe('英文 / In English'),
        },
        {
          error: (issue) =>
            issue.code === 'unrecognized_keys' ? note({ kind: 'keys', keys: ['zh-CN', 'en'] }) : undefined,
        },
      ),
    ],
    { error: () => note({ kind: 'text' }) },
  )
}

export function idSchema() {
  return z.string().regex(ID_PATTERN, { error: () => note({ kind: 'id' }) })
}

export function dateSchema() {
  return z.string().regex(DATE_PATTERN, { error: () => note({ kind: 'date' }) })
}

/** A closed list of words. */
export function wordSchema<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: () => note({ kind: 'values', values: words }) })
}

/** A record whose keys are ids. */
export function recordSchema<S extends z.ZodType>(values: S) {
  return z.record(idSchema(), values)
}

/** A list with at least one element. */
export function filledList<S extends z.ZodType>(element: S) {
  return z.array(element).min(1)
}

/** Marks a union whose faults another checker words better. */
export function conditionNote(): string {
  return note({ kind: 'condition' })
}

export function valuesNote(values: readonly string[]): string {
  return note({ kind: 'values', values })
}

export function readNote(message: string): SchemaNote | undefined {
  return message.startsWith('{"kind"') ? (JSON.parse(message) as SchemaNote) : undefined
}
