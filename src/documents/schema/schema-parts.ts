import * as z from 'zod/mini'
import { DATE_PATTERN } from '../time/date-pattern.js'
import { TIME_PATTERN } from '../time/time-pattern.js'

/** Ids: letters of any script, digits, `_`, `-`, starting with a letter or digit. */
export const ID_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u

/** What a schema tells `checkShape` through zod's message; a data channel, never shown to people. */
export type SchemaNote =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'id' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'digest' }
  | { readonly kind: 'text' }

function note(value: SchemaNote): string {
  return JSON.stringify(value)
}

/** Gives a field its description in both languages; editors show it while the author types. */
export function described<S extends z.ZodMiniType>(schema: S, english: string, chinese: string): S {
  // A copy that knows where it comes from: the same schema is described differently in different places.
  const copy = schema.clone(schema.def, { parent: true }) as S
  z.globalRegistry.add(copy, { description: `${chinese} / ${english}` })
  return copy
}

/** Names a schema that refers to itself, so that the JSON Schema can. */
export function named<S extends z.ZodMiniType>(schema: S, id: string): S {
  z.globalRegistry.add(schema, { id })
  return schema
}

/** A key that may be absent; present, it is never undefined. */
export function optional<S extends z.ZodMiniType>(schema: S) {
  return z.exactOptional(schema)
}

/** An object that knows its keys and takes a `note`; anything else in it is a fault. */
export function strictObject<Shape extends z.core.$ZodShape>(shape: Shape) {
  const full = {
    ...shape,
    note: optional(described(textSchema(), 'A remark for people; changes nothing.', '给人看的备注，不影响任何结果。')),
  }
  const keys = Object.keys(full)
  return z.strictObject(full, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? note({ kind: 'keys', keys }) : undefined),
  })
}

/** A text, as it is or by language; one of the two languages may be missing. */
export function textSchema() {
  const chinese = described(z.string().check(z.minLength(1)), 'In Chinese', '中文')
  const english = described(z.string().check(z.minLength(1)), 'In English', '英文')
  const onlyKnown: z.core.$ZodErrorMap = (issue) =>
    issue.code === 'unrecognized_keys' ? note({ kind: 'keys', keys: ['zh-CN', 'en'] }) : undefined
  return z.union(
    [
      z.string().check(z.minLength(1)),
      z.strictObject({ 'zh-CN': chinese, en: optional(english) }, { error: onlyKnown }),
      z.strictObject({ en: english }, { error: onlyKnown }),
    ],
    { error: () => note({ kind: 'text' }) },
  )
}

export function idSchema() {
  return z.string().check(z.regex(ID_PATTERN, { error: () => note({ kind: 'id' }) }))
}

export function dateSchema() {
  return z.string().check(z.regex(DATE_PATTERN, { error: () => note({ kind: 'date' }) }))
}

/** A time of day, HH:MM, 24:00 included. */
export function timeSchema() {
  const error = (): string => note({ kind: 'time' })
  return z.string().check(z.regex(TIME_PATTERN, { error }))
}

/** A SHA-256: 64 hexadecimal digits. */
export function digestSchema() {
  return z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: () => note({ kind: 'digest' }) }))
}

/** A closed list of words. */
export function wordSchema<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: () => note({ kind: 'values', values: words }) })
}

/** A record whose keys are ids. */
export function recordSchema<S extends z.ZodMiniType>(values: S) {
  return z.record(idSchema(), values)
}

/** A list with at least one element. */
export function filledList<S extends z.ZodMiniType>(element: S) {
  return z.array(element).check(z.minLength(1))
}

export function valuesNote(values: readonly string[]): string {
  return note({ kind: 'values', values })
}

export function readNote(message: string): SchemaNote | undefined {
  return message.startsWith('{"kind"') ? (JSON.parse(message) as SchemaNote) : undefined
}

/** What every document begins with; the id is described for each format. */
export function documentHeader<const Format extends string>(
  format: Format,
  id: readonly [english: string, chinese: string],
) {
  return {
    $schema: optional(
      described(
        z.string(),
        'Path or address of this schema; lets an editor complete and explain.',
        '本模式文件的路径或地址，编辑器据此补全和提示。',
      ),
    ),
    format: described(
      z.literal(format, { error: () => valuesNote([format]) }),
      `Always ${format}.`,
      `固定为 ${format}。`,
    ),
    id: described(idSchema(), ...id),
    version: described(
      z.string().check(z.minLength(1)),
      'Version; change it with every change of meaning.',
      '版本号，含义有变化就换新版本。',
    ),
    title: described(textSchema(), 'Title shown to people.', '显示给人的标题。'),
  }
}
