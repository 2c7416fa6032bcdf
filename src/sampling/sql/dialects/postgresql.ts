import { type SqlDialect, type StoredType, standardValues } from './sql-dialect.js'
import { wallTimeOfTextInstant } from './wall-time-of-text-instant.js'

/** `char(n)` loses blanks and `real` reads as another number than it was written as; neither is taken. */
const TYPES: Readonly<Record<StoredType, readonly string[]>> = {
  string: ['text', 'character varying', 'uuid'],
  integer: ['smallint', 'integer', 'bigint'],
  number: ['smallint', 'integer', 'bigint', 'numeric', 'double precision'],
  boolean: ['boolean'],
  date: ['date'],
  timestamp: ['timestamp without time zone'],
  timestamptz: ['timestamp with time zone'],
  text: ['text', 'character varying'],
}

/**
 * Writes a text literal; one with a backslash as E'...', the only form that does not depend on
 * `standard_conforming_strings`.
 */
function text(value: string): string {
  const quoted = `'${value.replaceAll("'", "''")}'`
  return value.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted
}

function matches(subject: string, pattern: string): string {
  return `(${subject} ~ ${text(pattern)})`
}

function wallTime(moment: string, zone: string): string {
  return `timezone(${text(zone)}, ${moment})`
}

/** PostgreSQL 11 or later. */
export const postgresql: SqlDialect = {
  status: 'run',
  ignoresCaseOfNames: false,
  readsTextInstants: true,
  textType: 'text',
  integerType: 'bigint',
  doubleType: 'double precision',
  timestampType: 'timestamp',
  timestamptzType: 'timestamp with time zone',
  name: (name) => `"${name.replaceAll('"', '""')}"`,
  text,
  byBytes: (value) => `(${value} COLLATE "C")`,
  hasOtherType: (column, type) =>
    `pg_typeof(${column}) NOT IN (${TYPES[type].map((name) => `'${name}'::regtype`).join(', ')})`,
  holdsControl: (value) => matches(value, '[\\u0001-\\u001F\\u007F-\\u009F]'),
  castInteger: (column) => `CAST(${column} AS bigint)`,
  castDouble: (column) => `CAST(${column} AS double precision)`,
  dateText: (column) => `to_char(${column}, 'YYYY-MM-DD')`,
  wallText: (wall) => `to_char(${wall}, 'YYYY-MM-DD"T"HH24:MI:SS')`,
  wallTime,
  wallTimeOfText: (value, zone) => wallTimeOfTextInstant(value, zone, { matches, text, wallTime }),
  sha256: (value) => `encode(sha256(convert_to(${value}, 'UTF8')), 'hex')`,
  word: (hexadecimal, from) => `CAST(CAST('x' || substr(${hexadecimal}, ${from}, 8) AS bit(32)) AS bigint)`,
  values: standardValues,
}
