import { alternatives } from '../issues/alternatives.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import type { Text } from '../issues/text.js'
import { unknownName } from '../issues/unknown-name.js'
import { type CivilDate, isCivilDate } from './time/civil-date.js'
import { DATE_PATTERN } from './time/date-pattern.js'
import { instantOf } from './time/instant.js'

/** One field of a record: its values, and whether it is required. */
export interface RecordField<Value, IsRequired extends boolean = boolean> {
  readonly isRequired: IsRequired
  /** The value that a missing field should have held, in the notation of `Issue.expected`. */
  readonly expected: string
  /** Faults of a value that is there; undefined where it fits. Paths begin within the value. */
  readonly faultsOf: (value: unknown) => readonly IssueDraft[] | undefined
  /** Never there: it carries the type of the value for the compiler. */
  readonly value?: Value
}

/** A field of any value. */
export type AnyField = RecordField<unknown>

/** The type of a field's value. */
export type FieldValue<Field> = Field extends RecordField<infer Value, boolean> ? Value : never

/** Returns the field as one that may be absent. */
export function optionalField<Value>(field: RecordField<Value>): RecordField<Value, false> {
  return { ...field, isRequired: false }
}

/** A text that is not empty. Codes: `document/type`, `document/empty`. */
export function textField(): RecordField<string, true> {
  return { isRequired: true, expected: 'string', faultsOf: faultsOfText }
}

/** An instant with an offset, RFC 3339. Codes: those of a text, `document/instant`. */
export function instantField(): RecordField<string, true> {
  return {
    isRequired: true,
    expected: 'string',
    faultsOf: (value) =>
      faultsOfText(value) ??
      (Number.isNaN(instantOf(value as string)) // a text, as checked
        ? [{ code: 'document/instant', path: [], received: excerptOf(value) }]
        : undefined),
  }
}

/** Dates remembered as existing or not: records come by the thousand for a day. */
const MAXIMUM_REMEMBERED = 4_096

/** A date `YYYY-MM-DD` of the calendar. Codes: those of a text, `document/date`. */
export function dateField(): RecordField<CivilDate, true> {
  const remembered = new Map<string, boolean>()
  const isDate = (text: string): boolean => {
    let is = remembered.get(text)
    if (is === undefined) {
      is = DATE_PATTERN.test(text) && isCivilDate(text)
      if (remembered.size < MAXIMUM_REMEMBERED) remembered.set(text, is)
    }
    return is
  }
  return {
    isRequired: true,
    expected: 'string',
    faultsOf: (value) =>
      faultsOfText(value) ??
      (isDate(value as string) // a text, as checked
        ? undefined
        : [{ code: 'document/date', path: [], received: excerptOf(value) }]),
  }
}

/** One of a list of words. Code: `document/value`, with the nearest word. */
export function wordField<const Word extends string>(words: readonly Word[]): RecordField<Word, true> {
  const known: ReadonlySet<unknown> = new Set(words)
  return {
    isRequired: true,
    expected: alternatives(words),
    faultsOf: (value) =>
      known.has(value) ? undefined : [unknownName({ code: 'document/value', path: [], name: value, known: words })],
  }
}

/** Limits of a number, both included. */
export interface NumberLimits {
  readonly minimum?: number
  readonly maximum?: number
}

/** A finite number. Codes: `document/type`, `document/range`. */
export function numberField(limits: NumberLimits = {}): RecordField<number, true> {
  return quantity('number', Number.isFinite, limits)
}

/** A whole number that a double holds exactly. Codes: `document/type`, `document/range`. */
export function integerField(limits: NumberLimits = {}): RecordField<number, true> {
  return quantity('integer', Number.isSafeInteger, limits)
}

/** A value of a field, or null. */
export function nullableField<Value>(field: RecordField<Value, true>): RecordField<Value | null, true> {
  return { ...field, faultsOf: (value) => (value === null ? undefined : field.faultsOf(value)) }
}

/**
 * A list of texts.
 * @param shown - the list as `expected` shows it, such as `["tag"]`
 * Code: `document/type`, of the whole list.
 */
export function textListField(shown: string, { mayBeEmpty = false } = {}): RecordField<readonly string[], true> {
  const isText = (value: unknown): boolean => typeof value === 'string' && (mayBeEmpty || value !== '')
  return fittingField(shown, (value): value is readonly string[] => Array.isArray(value) && value.every(isText))
}

/** Any list; its values are not checked. Code: `document/type`. */
export function listField<Value = unknown>(): RecordField<readonly Value[], true> {
  return fittingField('list', (value): value is readonly Value[] => Array.isArray(value))
}

/** Any object that is no list; its values are not checked. Code: `document/type`. */
export function objectField<Value = unknown>(): RecordField<Readonly<Record<string, Value>>, true> {
  return fittingField(
    'object',
    (value): value is Readonly<Record<string, Value>> =>
      typeof value === 'object' && value !== null && !Array.isArray(value),
  )
}

/** A text for people, or a value that only people read: not checked. */
export function noteField(): RecordField<Text, false> {
  return uncheckedField()
}

/** A value that is passed on as it is. */
export function uncheckedField<Value = unknown>(): RecordField<Value, false> {
  return { isRequired: false, expected: 'value', faultsOf: () => undefined }
}

/**
 * A value that a function accepts. Code: `document/type`.
 * @param expected - what the function accepts, in the notation of `Issue.expected`
 */
export function fittingField<Value>(
  expected: string,
  fits: (value: unknown) => value is Value,
): RecordField<Value, true> {
  return {
    isRequired: true,
    expected,
    faultsOf: (value) =>
      fits(value) ? undefined : [{ code: 'document/type', path: [], expected, received: excerptOf(value) }],
  }
}

/** Also the first check of all texts with a form. */
function faultsOfText(value: unknown): readonly IssueDraft[] | undefined {
  if (typeof value !== 'string')
    return [
      {
        code: 'document/type',
        path: [],
        expected: 'string',
        received: excerptOf(value),
        ...(typeof value === 'number' && { suggestion: JSON.stringify(String(value)) }),
      },
    ]
  return value === '' ? [{ code: 'document/empty', path: [], received: '""' }] : undefined
}

function quantity(
  type: 'number' | 'integer',
  isOfType: (value: unknown) => boolean,
  { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: NumberLimits,
): RecordField<number, true> {
  const limits =
    minimum > Number.NEGATIVE_INFINITY && maximum < Number.POSITIVE_INFINITY
      ? `${minimum}..${maximum}`
      : minimum > Number.NEGATIVE_INFINITY
        ? `>= ${minimum}`
        : maximum < Number.POSITIVE_INFINITY
          ? `<= ${maximum}`
          : ''
  const range = type === 'integer' ? `integer ${limits}`.trim() : limits || type
  return {
    isRequired: true,
    expected: type,
    faultsOf: (value) => {
      if (isOfType(value) && (value as number) >= minimum && (value as number) <= maximum) return undefined // a number, as checked
      return [
        typeof value === 'number' && !Number.isNaN(value)
          ? { code: 'document/range', path: [], expected: range, received: excerptOf(value) }
          : { code: 'document/type', path: [], expected: type, received: excerptOf(value) },
      ]
    },
  }
}
