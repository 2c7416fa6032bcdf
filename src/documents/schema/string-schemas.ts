import * as z from 'zod/mini'
import { DATE_PATTERN } from '../time/date-pattern.js'
import { TIME_PATTERN } from '../time/time-pattern.js'
import { valuesNote, writeNote } from './schema-note.js'

/** Pattern of ids: letters of any script, digits, `_`, `-`, starting with a letter or digit. */
export const ID_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u

/** Makes the schema of an id. */
export function idSchema() {
  return z.string().check(z.regex(ID_PATTERN, { error: () => writeNote({ kind: 'id' }) }))
}

/** Makes the schema of a calendar date, YYYY-MM-DD. */
export function dateSchema() {
  return z.string().check(z.regex(DATE_PATTERN, { error: () => writeNote({ kind: 'date' }) }))
}

/** Makes the schema of a time of day, HH:MM, 24:00 included. */
export function timeSchema() {
  const error = (): string => writeNote({ kind: 'time' })
  return z.string().check(z.regex(TIME_PATTERN, { error }))
}

/** Makes the schema of a SHA-256: 64 hexadecimal digits. */
export function digestSchema() {
  return z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: () => writeNote({ kind: 'digest' }) }))
}

/** Makes the schema of a closed list of words. */
export function wordSchema<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: () => valuesNote(words) })
}
