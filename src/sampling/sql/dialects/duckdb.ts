import { type SqlDialect, type StoredType, standardValues } from './sql-dialect.js'
import { wallTimeOfTextInstant } from './wall-time-of-text-instant.js'

/** `FLOAT` reads as another number than it was written as; it is not taken. */
const TYPES: Readonly<Record<StoredType, string>> = {
  string: 'VARCHAR|UUID',
  integer: 'U?(TINY|SMALL)INT|U?INTEGER|BIGINT',
  number: 'U?(TINY|SMALL)INT|U?INTEGER|BIGINT|DOUBLE|DECIMAL[(].*[)]',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP(_S|_MS)?',
  timestamptz: 'TIMESTAMP WITH TIME ZONE',
  text: 'VARCHAR',
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

function matches(subject: string, pattern: string): string {
  return `regexp_matches(${subject}, ${text(pattern)})`
}

function wallTime(moment: string, zone: string): string {
  return `timezone(${text(zone)}, ${moment})`
}

/** DuckDB 1.1 or later; moments in zones need its extension `icu`, which is built in as a rule. */
export const duckdb: SqlDialect = {
  status: 'run',
  ignoresCaseOfNames: true,
  readsTextInstants: true,
  textType: 'VARCHAR',
  integerType: 'BIGINT',
  doubleType: 'DOUBLE',
  timestampType: 'TIMESTAMP',
  timestamptzType: 'TIMESTAMP WITH TIME ZONE',
  name: (name) => `"${name.replaceAll('"', '""')}"`,
  text,
  byBytes: (value) => `(${value} COLLATE "C")`,
  hasOtherType: (column, type) => `NOT regexp_matches(typeof(${column}), '^(${TYPES[type]})$')`,
  holdsControl: (value) => matches(value, '\\p{Cc}'),
  castInteger: (column) => `TRY_CAST(${column} AS BIGINT)`,
  // By way of the digits: a division of the scaled whole number may be off in the last place.
  castDouble: (column) => `TRY_CAST(CAST(${column} AS VARCHAR) AS DOUBLE)`,
  dateText: (column) => `strftime(TRY_CAST(${column} AS DATE), '%Y-%m-%d')`,
  wallText: (wall) => `strftime(${wall}, '%Y-%m-%dT%H:%M:%S')`,
  wallTime,
  wallTimeOfText: (value, zone) => wallTimeOfTextInstant(value, zone, { matches, text, wallTime }),
  sha256: (value) => `sha256(${value})`,
  word: (hexadecimal, from) => `CAST('0x' || substr(${hexadecimal}, ${from}, 8) AS BIGINT)`,
  values: standardValues,
}
